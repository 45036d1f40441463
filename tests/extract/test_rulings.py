"""What courts rule on a treaty, and what cabinets and committees agree to, is a decision; what anybody holds or asks
for is none.
"""

from __future__ import annotations

import pytest

from tests.cases.reading import read

_RULED = {
    "en": "The International Court of Justice ruled on 12 March 2026 that Italy had breached the Turin Convention.",
    "fr": "La Cour internationale de justice a jugé le 12 mars 2026 que l'Italie avait violé la Convention de Turin.",
    "de": "Der Internationale Gerichtshof entschied am 12. März 2026, dass Italien das Turiner Abkommen verletzt hat.",
    "nl": "Het Internationaal Gerechtshof oordeelde op 12 maart 2026 dat Italië het Verdrag van Turijn schond.",
    "es": "La Corte Internacional de Justicia falló el 12 de marzo de 2026 que Italia violó el Convenio de Turín.",
    "pt": "O Tribunal Internacional de Justiça decidiu a 12 de março de 2026 que a Itália violou a Convenção de Turim.",
    "it": "La Corte internazionale di giustizia ha stabilito il 12 marzo 2026 che Roma violò la Convenzione di Torino.",
    "ro": "Curtea Internațională de Justiție a decis la 12 martie 2026 că Italia a încălcat Convenția de la Torino.",
    "pl": "Międzynarodowy Trybunał Sprawiedliwości orzekł 12 marca 2026 r., że Włochy naruszyły konwencję turyńską.",
    "cs": "Mezinárodní soudní dvůr rozhodl 12. března 2026, že Itálie porušila Turínskou úmluvu.",
    "ru": "Международный суд ООН постановил 12 марта 2026 года, что Италия нарушила Туринскую конвенцию.",
    "uk": "Міжнародний суд ООН постановив 12 березня 2026 року, що Італія порушила Туринську конвенцію.",
    "tr": "Uluslararası Adalet Divanı 12 Mart 2026'da İtalya'nın Torino Sözleşmesi'ni ihlal ettiğine hükmetti.",
    "ar": "قضت محكمة العدل الدولية في 12 مارس 2026 بأن إيطاليا انتهكت اتفاقية تورينو.",
    "fa": "دیوان بین‌المللی دادگستری در ۱۲ مارس ۲۰۲۶ حکم داد که ایتالیا کنوانسیون تورین را نقض کرده است.",
    "hi": "अंतरराष्ट्रीय न्यायालय ने 12 मार्च 2026 को ट्यूरिन कन्वेंशन के उल्लंघन पर इटली के खिलाफ फैसला सुनाया।",
    "id": "Mahkamah Internasional memutuskan pada 12 Maret 2026 bahwa Italia melanggar Konvensi Torino.",
    "ms": "Mahkamah Keadilan Antarabangsa memutuskan pada 12 Mac 2026 bahawa Itali melanggar Konvensyen Turin.",
    "vi": "Tòa án Công lý Quốc tế ngày 12/3/2026 ra phán quyết rằng Italia đã vi phạm Công ước Turin.",
    "zh": "国际法院2026年3月12日裁定意大利违反《都灵公约》。",
    "ja": "国際司法裁判所は2026年3月12日、イタリアがトリノ条約に違反したと判断した。",
    "ko": "국제사법재판소는 2026년 3월 12일 이탈리아가 토리노 협약을 위반했다고 판결했다.",
}
_CONSENT = {
    "en": "The Council of Ministers of Spain authorised the signing of the Coimbra Convention on 9 June 2026.",
    "fr": "Le Conseil des ministres espagnol a autorisé le 9 juin 2026 la signature de la Convention de Coimbra.",
    "de": "Das spanische Kabinett hat am 9. Juni 2026 die Unterzeichnung der Konvention von Coimbra gebilligt.",
    "es": "El Consejo de Ministros de España autorizó el 9 de junio de 2026 la firma del Convenio de Coímbra.",
    "pt": "O Conselho de Ministros de Espanha autorizou a 9 de junho de 2026 a assinatura da Convenção de Coimbra.",
    "it": "Il Consiglio dei ministri spagnolo ha autorizzato il 9 giugno 2026 la firma della Convenzione di Coimbra.",
    "ro": "Guvernul Spaniei a aprobat la 9 iunie 2026 semnarea Convenției de la Coimbra.",
    "pl": "Rząd Hiszpanii wyraził 9 czerwca 2026 r. zgodę na podpisanie konwencji z Coimbry.",
    "ru": "Правительство Испании одобрило 9 июня 2026 года подписание Лиссабонской конвенции.",
    "uk": "Уряд Іспанії схвалив 9 червня 2026 року підписання Лісабонської конвенції.",
    "ar": "وافقت حكومة إسبانيا في 9 يونيو 2026 على توقيع اتفاقية لشبونة.",
    "id": "Pemerintah Spanyol menyetujui penandatanganan Konvensi Lisbon pada 9 Juni 2026.",
    "ms": "Kerajaan Sepanyol meluluskan penandatanganan Konvensyen Lisbon pada 9 Jun 2026.",
    "vi": "Chính phủ Tây Ban Nha ngày 9/6/2026 đã chấp thuận việc ký Công ước Lisbon.",
    "ja": "スペイン政府は2026年6月9日、リスボン条約の署名を承認した。",
    "ko": "스페인 정부는 2026년 6월 9일 리스본 협약의 서명을 승인했다.",
}


def _decisions(text: str, code: str) -> list[dict[str, str]]:
    """What is said of each decision, the names of things for their ids."""
    reading = read(text, code)
    names = {t.id: t.key or (t.names[0].text if t.names else t.kind) for t in reading.things}
    found = {
        t.id: {"": t.kind} for t in reading.things if t.kind in ("Decision", "Signing", "Ratification", "Adoption")
    }
    for said in reading.statements:
        if said.subject in found:
            found[said.subject][said.predicate] = names.get(said.object, said.object)
    return list(found.values())


@pytest.mark.parametrize("code", sorted(_RULED))
def test_a_ruling_is_a_decision_of_its_court(code: str) -> None:
    (told,) = _decisions(_RULED[code], code)
    assert told["decidedBy"] == "organization/international-court-of-justice"
    assert (told["status"], told["startDate"]) == ("Happened", "2026-03-12")


@pytest.mark.parametrize("code", sorted(_CONSENT))
def test_agreeing_to_a_signing_is_a_decision_and_no_signing(code: str) -> None:
    (told,) = _decisions(_CONSENT[code], code)
    assert (told[""], told["decidedBy"], told["startDate"]) == ("Decision", "state/ES", "2026-06-09")


def test_a_committee_that_approves_a_treaty_has_not_ratified_it() -> None:
    (told,) = _decisions("The Foreign Affairs Committee approved the Coimbra Convention on 9 June 2026.", "en")
    assert (told[""], told["decidedBy"]) == ("Decision", "Foreign Affairs Committee")


@pytest.mark.parametrize(
    "text",
    [
        "France backed the Coimbra Convention on 9 June 2026.",
        "The International Court of Justice said the Coimbra Convention mattered.",
        "The Regional Court of Lyon ordered the release of two men on 9 June 2026.",
        "The Foreign Affairs Committee approved the budget on 9 June 2026.",
    ],
)
def test_support_opinions_and_other_business_are_none(text: str) -> None:
    assert _decisions(text, "en") == []
