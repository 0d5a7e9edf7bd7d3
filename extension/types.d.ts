/** Ambient types: the report as docs/api.md describes it, and what passes between the extension's parts. */

interface ReportSpan {
  block: number | null;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

interface ReportBlock {
  id: number;
  kind: string;
  start: number;
  end: number;
  selector: string | null;
}

interface ReportSource {
  id: string;
  name: string;
  title: string | null;
  affiliation: string | null;
  identity: string;
  sector: string;
  mentions: ReportSpan[];
  attributions: string[];
  rung: number;
  why: string;
}

interface ReportAttribution {
  id: string;
  statement: ReportSpan[];
  cue: ReportSpan | null;
  mention: ReportSpan | null;
  sources: string[];
  channel: string;
  cue_stance: string;
  relay: string[];
  basis: string | null;
  anonymity: { disclosed: boolean; reason: string };
  verifiable: string | null;
  hedges: string[];
  rung: number;
  rules: string[];
  why: string;
}

interface ReportStatement {
  id: string;
  span: ReportSpan;
  attributions: string[];
  sources: string[];
}

interface ReportHedge {
  id: string;
  span: ReportSpan;
  kind: string;
  in_quotation: boolean;
  attribution: string | null;
}

interface ReportSignal {
  id: string;
  title?: string;
  points: number;
  why: string;
  standard: string;
  spans: ReportSpan[];
}

/** Schema `onrecord/report/1`. The fields of the score are there only when `status` is `scored`. */
interface OnRecordReport {
  schema: string;
  status: "scored" | "not_scored";
  reason?: { code: string; message: string };
  score?: number;
  interval?: [number, number];
  band?: string;
  breakdown?: { id: string; points: number }[];
  offset_unit: string;
  article: { title: string | null; text: string; words: number; blocks: ReportBlock[] };
  sources: ReportSource[];
  attributions: ReportAttribution[];
  statements: ReportStatement[];
  hedges: ReportHedge[];
  signals: ReportSignal[];
  warnings: { code: string; message: string }[];
}

/** What the page hands to the background script, and the background script to the backend. */
interface ScoreRequest {
  html: string;
  url: string;
  blocks: { id: number; text: string }[];
}

/** What went wrong between the extension and the backend, ready to be shown. */
interface Failure {
  kind: "page" | "not_running" | "not_permitted" | "timeout" | "refused" | "problem" | "unreadable";
  address: string;
  title: string;
  detail: string;
}

type ScoreAnswer = { report: OnRecordReport } | { failure: Failure };

interface StyleSheets {
  panel: string;
  highlights: string;
}

type MessageToPage = { type: "onrecord:toggle"; sheets: StyleSheets };
type MessageToBackground =
  | { type: "onrecord:score"; request: ScoreRequest }
  | { type: "onrecord:failed" }
  | { type: "onrecord:closed" };

/** A part of one text node inside a block's text; offsets are UTF-16 units of that text. */
interface Segment {
  node: Text;
  start: number;
  end: number;
  /** Segments of one stretch follow each other in the page with no other text between them. */
  stretch: number;
}

/** A paragraph, heading, list item … of the page, as it was read. */
interface PageBlock {
  id: number;
  text: string;
  segments: Segment[];
}

type PageNode =
  | { kind: "text"; node: Text; text: string }
  | { kind: "break" }
  | { kind: "gap" }
  | { kind: "wrap"; id: number; children: PageNode[] }
  | PageElement;

interface PageElement {
  kind: "element";
  element: Element;
  tag: string;
  /** Whether it, or anything inside, breaks the line of text it stands in. */
  block: boolean;
  children: PageNode[];
  id?: number;
}

interface PageTree {
  root: PageElement;
  /** Whether a bound on size, depth or time cut the reading short. */
  cut: boolean;
  shadowRoots: ShadowRoot[];
}

interface PageReading {
  request: ScoreRequest;
  blocks: PageBlock[];
  cut: boolean;
  shadowRoots: ShadowRoot[];
}

/** One thing that is painted: a statement or a hedge. */
interface Finding {
  id: string;
  highlight: string;
  span: ReportSpan;
}

interface PlacedFinding {
  finding: Finding;
  /** Empty if the page's text differs from the finding's. */
  ranges: Range[];
}

/** What the panel shows of a report, and how it reaches the page. */
interface ReportView {
  report: OnRecordReport;
  placed: number;
  notPlaced: PlacedFinding[];
  cut: boolean;
  /** The ranges of a span, none if it cannot be placed exactly. */
  rangesOf: (span: ReportSpan) => Range[];
  jump: (ranges: Range[]) => void;
}

interface Panel {
  showWorking: () => void;
  showFailure: (failure: Failure, retry: () => void) => void;
  showReport: (view: ReportView) => void;
  remove: () => void;
}

declare var browserApi: ReturnType<typeof createBrowserApi>;

interface Element {
  /** Firefox only, and only for extensions. */
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
