"""English is known by its little words."""

from __future__ import annotations

import pytest

from onrecord.reading import looks_english
from tests.reading import pages

OTHERS = {
    "German": "Der Minister sagte am Montag, man habe in der Sache noch nichts entschieden, und was die Oppposition an Fragen habe, sei so alt wie der Plan. ",
    "Dutch": "De minister zei op maandag dat de plannen nog niet klaar waren en dat we in het voorjaar over de zaak of een andere oplossing horen. ",
    "French": "Le ministre a dit lundi que les plans ne sont pas encore prêts et que l’on en saura plus au printemps, on attend donc la suite. ",
    "Spanish": "El ministro dijo el lunes que los planes no están listos y que he de esperar a la primavera, como me has dicho, para saber más. ",
    "Danish": "Ministeren sagde mandag at planerne ikke er klar og at man for det meste må vente i dag, men han var i gang med det. ",
    "Swedish": "Ministern sade på måndagen att planerna inte är klara och att man får vänta till våren, men han var inte orolig för det. ",
    "Portuguese": "O ministro disse na segunda-feira que os planos não estão prontos e que as pessoas do porto devem esperar até a primavera. ",
    "Italian": "Il ministro ha detto lunedì che i piani non sono ancora pronti e che in primavera si saprà di più, a quanto pare. ",
    "Polish": "Minister powiedział w poniedziałek, że plany nie są gotowe i że to potrwa do wiosny, a on sam nie wie, co będzie. ",
    "Russian": "Министр сообщил в понедельник, что планы не готовы и что нужно подождать до весны, как он и говорил. ",
    "Numbers": "12 4 88 9 1,000 3.5 77 2024 11 5 ",
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_not_english(language: str) -> None:
    """Texts of 60 words and more in other languages are told from English, also with an English name in them."""
    assert not looks_english(OTHERS[language] * 4)
    assert not looks_english("The Example Courier: " + OTHERS[language] * 4)


def test_news_is_english() -> None:
    """News prose, quotations included, is English."""
    assert looks_english(f"{pages.LEAD} {pages.QUOTED} {pages.COUNCIL} {pages.CLOSE}")
    assert looks_english(pages.COUNCIL.upper() * 2)


def test_nothing_is_said_of_a_few_words() -> None:
    """Too few words are no evidence."""
    assert not looks_english("")
    assert not looks_english("The mayor said.")
