"""Sentences in every language with their numbers, each as "words = value label".

The label is the qualifier, or else the kind where it is not "count".
"""

CASES: list[tuple[str, str, list[str]]] = [
    ("pl", "ponad 3000 osób i trzydzieści siedem państw", ["3000 = 3000 more than", "trzydzieści siedem = 37"]),
    (
        "pl",
        "co najmniej 12 tys. ton; trzydziesty piąty",
        ["12 tys. = 12000 at least", "trzydziesty piąty = 35 ordinal"],
    ),
    ("pl", "40 proc.; 7 milionów złotych", ["40 proc. = 40 percent", "7 milionów złotych = 7000000 money"]),
    ("fa", "بیش از ۳٬۰۰۰ نفر و سی و هفت کشور", ["۳٬۰۰۰ = 3000 more than", "سی و هفت = 37"]),
    ("fa", "هفتمین نشست؛ دوازده هزار", ["هفتمین = 7 ordinal", "دوازده هزار = 12000"]),
    ("fa", "نخست\u200cوزیر گفت نه", []),
    ("id", "lebih dari 3.000 orang; tiga puluh tujuh", ["3.000 = 3000 more than", "tiga puluh tujuh = 37"]),
    ("id", "negara ke-12; 4 juta dolar", ["ke-12 = 12 ordinal", "4 juta dolar = 4000000 money"]),
    ("vi", "hơn 3.000 người; ba mươi bảy nước", ["3.000 = 3000 more than", "ba mươi bảy = 37"]),
    ("vi", "lần thứ 12; năm nước; năm nay; 5 năm", ["lần thứ 12 = 12 ordinal", "năm = 5", "5 = 5"]),
    ("en", "nearly 3,000 people; thirty-seven", ["3,000 = 3000 nearly", "thirty-seven = 37"]),
    (
        "en",
        "a hundred and twelve; the 112th; the thirty-fifth",
        ["hundred and twelve = 112", "112th = 112 ordinal", "thirty-fifth = 35 ordinal"],
    ),
    (
        "en",
        "$4.5 million; 40 per cent; 9:30; in 1987; 24/7",
        ["$4.5 million = 4500000 money", "40 per cent = 40 percent", "9:30 = 9.5 time", "1987 = 1987 year"],
    ),
    (
        "fr",
        "plus de 3 000 personnes; soixante-dix-sept; la 12e",
        ["3 000 = 3000 more than", "soixante-dix-sept = 77", "12e = 12 ordinal"],
    ),
    ("fr", "quatre-vingt-onze; quatre-vingts", ["quatre-vingt-onze = 91", "quatre-vingts = 80"]),
    (
        "es",
        "al menos 3.000; sesenta y siete; doscientos doce",
        ["3.000 = 3000 at least", "sesenta y siete = 67", "doscientos doce = 212"],
    ),
    (
        "de",
        "mehr als 3.000; siebenunddreißig; elf; 12. Staat",
        ["3.000 = 3000 more than", "siebenunddreißig = 37", "elf = 11", "12. = 12 ordinal"],
    ),
    (
        "de",
        "zweihundertzwölf; 4 Millionen Euro; Verelfung",
        ["zweihundertzwölf = 212", "4 Millionen Euro = 4000000 money"],
    ),
    ("pt", "cerca de 3.000; trinta e sete; o 12.º", ["3.000 = 3000 about", "trinta e sete = 37", "12.º = 12 ordinal"]),
    (
        "it",
        "circa 3.000; trentasette; duecentododici",
        ["3.000 = 3000 about", "trentasette = 37", "duecentododici = 212"],
    ),
    ("nl", "ruim 3.000; zevenendertig; de 12e", ["3.000 = 3000 more than", "zevenendertig = 37", "12e = 12 ordinal"]),
    (
        "ro",
        "peste 3.000; treizeci și șapte; al 12-lea",
        ["3.000 = 3000 more than", "treizeci și șapte = 37", "al 12-lea = 12 ordinal"],
    ),
    (
        "cs",
        "více než 3 000; třicet sedm; 4 miliony korun",
        ["3 000 = 3000 more than", "třicet sedm = 37", "4 miliony korun = 4000000 money"],
    ),
    (
        "ru",
        "более 3 000; тридцать семь; тридцать пятый",
        ["3 000 = 3000 more than", "тридцать семь = 37", "тридцать пятый = 35 ordinal"],
    ),
    ("uk", "понад 3 000; тридцять п’ять; 12-й", ["3 000 = 3000 more than", "тридцять п’ять = 35", "12-й = 12 ordinal"]),
    ("tr", "3.000'den fazla; otuz yedi; 12. ülke", ["3.000 = 3000 more than", "otuz yedi = 37", "12. = 12 ordinal"]),
    ("ar", "أكثر من ٣٠٠٠ شخص؛ سبعة وثلاثون", ["٣٠٠٠ = 3000 more than", "سبعة وثلاثون = 37"]),
    ("ar", "اثنا عشر؛ 4 ملايين دولار", ["اثنا عشر = 12", "4 ملايين دولار = 4000000 money"]),
    (
        "ms",
        "lebih 3,000 orang; tiga puluh lapan; ke-12",
        ["3,000 = 3000 more than", "tiga puluh lapan = 38", "ke-12 = 12 ordinal"],
    ),
    (
        "zh",
        "三十七个国家；三千多人；第十二届；十分重要",
        ["三十七 = 37", "三千 = 3000 more than", "第十二 = 12 ordinal"],
    ),
    ("zh", "约3万5千人；1.2亿美元", ["3万5千 = 35000 about", "1.2亿美元 = 120000000 money"]),
    (
        "ja",
        "約3000人；37カ国以上；第12回；十二人；三浦氏",
        ["3000 = 3000 about", "37 = 37 at least", "第12 = 12 ordinal", "十二 = 12"],
    ),
    ("ja", "1億2000万人", ["1億2000万 = 120000000"]),
    (
        "ko",
        "약 3천 명；37개국；12번째；1억 2천만 명；이번 주",
        ["3천 = 3000 about", "37 = 37", "12번째 = 12 ordinal", "1억 2천만 = 120000000"],
    ),
    (
        "hi",
        "लगभग 3,000 लोग; सैंतीस; 12वां; 10,00,000",
        ["3,000 = 3000 about", "सैंतीस = 37", "12वां = 12 ordinal", "10,00,000 = 1000000"],
    ),
    ("hi", "दो लाख तीन हज़ार; 500 से अधिक; दोनों", ["दो लाख तीन हज़ार = 203000", "500 = 500 more than"]),
]
