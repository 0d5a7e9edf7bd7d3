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
  ruleset_version?: string;
  engine?: { name: string; version: string };
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
  kind:
    | "page"
    | "not_running"
    | "not_permitted"
    | "wrong_address"
    | "timeout"
    | "token"
    | "refused"
    | "too_old"
    | "too_new"
    | "problem"
    | "unreadable";
  address: string;
  title: string;
  detail: string;
}

/** The report with the address of the backend it came from, or what went wrong. */
type ScoreAnswer = { report: OnRecordReport; address: string } | { failure: Failure };

/** What came of trying a backend out. */
type ConnectionResult = { kind: "works"; address: string; engine: string; rules: string } | Failure;

interface StyleSheets {
  panel: string;
  highlights: string;
}

type MessageToPage =
  | { type: "onrecord:toggle"; sheets: StyleSheets; quiet: boolean }
  | { type: "onrecord:explain"; sheets: StyleSheets }
  | { type: "onrecord:marks" };
type MessageToBackground =
  | { type: "onrecord:score"; request: ScoreRequest }
  | { type: "onrecord:failed" }
  | { type: "onrecord:test"; address: string; token: string }
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
  /** Of the page's own document; those inside frames are with their frame. */
  shadowRoots: ShadowRoot[];
  frames: PageFrame[];
}

/** A document in a frame of the page's own origin: highlights and style sheets there are the frame's, not the page's. */
interface PageFrame {
  document: Document;
  shadowRoots: ShadowRoot[];
}

interface PageReading {
  request: ScoreRequest;
  blocks: PageBlock[];
  cut: boolean;
  shadowRoots: ShadowRoot[];
  frames: PageFrame[];
}

/** One thing that is painted: a statement or a hedge. */
interface Finding {
  id: string;
  highlight: string;
  /** The kind it is shown and hidden with: those of the legend. */
  tier: string;
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
  /** The backend it came from. */
  address: string;
  placed: number;
  total: number;
  notPlaced: Finding[];
  cut: boolean;
  hiddenTiers: Set<string>;
  /** The ranges of a span where it stands now, none if it cannot be placed exactly. */
  rangesOf: (span: ReportSpan) => Range[];
  /** Leads to a passage; the focus goes along if it is told where to go back to. */
  jump: (span: ReportSpan, from: HTMLElement | null) => void;
  showTier: (tier: string, shown: boolean) => void;
}

interface Host {
  root: ShadowRoot;
  remove: () => void;
}

interface Panel {
  open: () => void;
  isOpen: () => boolean;
  showWorking: () => void;
  showFailure: (failure: Failure, retry: () => void) => void;
  showReport: (view: ReportView) => void;
}

interface Card {
  /** Whether it was there to be hidden. */
  hide: () => boolean;
  isUnder: (x: number, y: number) => boolean;
  show: (content: HTMLElement[], beside: DOMRect, focus?: HTMLElement | null) => void;
}

declare var browserApi: ReturnType<typeof createBrowserApi>;

declare namespace chrome.commands {
  /** Firefox only. */
  const openShortcutSettings: (() => Promise<void>) | undefined;
}

interface Element {
  /** Firefox only, and only for extensions. */
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
