//! The word lists behind the hints. They are short on purpose: common words of public texts, and
//! endings where German has a rule.

/// Abbreviations with their meanings; longer ones stand before their own beginnings.
pub(super) const ABBREVIATIONS: [(&str, &str); 26] = [
    ("i. d. R.", "meistens"),
    ("z. B.", "zum Beispiel"),
    ("z.B.", "zum Beispiel"),
    ("d. h.", "das heißt"),
    ("d.h.", "das heißt"),
    ("u. a.", "und andere"),
    ("u.a.", "und andere"),
    ("o. ä.", "oder ähnlich"),
    ("u. ä.", "und ähnlich"),
    ("bzw.", "oder"),
    ("usw.", "und so weiter"),
    ("etc.", "und so weiter"),
    ("evtl.", "vielleicht"),
    ("ggf.", "vielleicht"),
    ("inkl.", "mit"),
    ("ca.", "ungefähr"),
    ("vgl.", "siehe"),
    ("Nr.", "Nummer"),
    ("Str.", "Straße"),
    ("Tel.", "Telefon"),
    ("Std.", "Stunden"),
    ("Min.", "Minuten"),
    ("Mio.", "Millionen"),
    ("Abs.", "Absatz"),
    ("Prof.", "Professorin oder Professor"),
    ("Dr.", "Doktor"),
];

/// True if a full stop behind this word does not end a sentence.
pub(super) fn is_abbreviation(small: &str) -> bool {
    ABBREVIATIONS.iter().any(|(short, _)| {
        short.strip_suffix('.').is_some_and(|short| !short.contains('.') && short.to_lowercase() == small)
    })
}

pub(super) fn is_negation(small: &str) -> bool {
    matches!(
        small,
        "nicht" | "nichts" | "nie" | "niemals" | "niemand" | "niemanden" | "niemandem" | "nirgends" | "weder"
    ) || matches!(small.strip_prefix("kein"), Some("" | "e" | "en" | "em" | "er" | "es"))
}

pub(super) fn is_subjunctive(small: &str) -> bool {
    const STEMS: [&str; 15] = [
        "hätte",
        "wäre",
        "würde",
        "könnte",
        "müsste",
        "dürfte",
        "sollte",
        "käme",
        "gäbe",
        "ginge",
        "bräuchte",
        "wüsste",
        "ließe",
        "fände",
        "stünde",
    ];
    STEMS.iter().any(|stem| matches!(small.strip_prefix(stem), Some("" | "n" | "st" | "t")))
}

/// The value of a number in words; `None` for "ein", which is usually an article.
pub(super) fn number(small: &str) -> Option<i64> {
    const SMALL: [&str; 11] =
        ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
    const TEENS: [&str; 7] = ["dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"];
    const TENS: [&str; 8] = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
    let at = |list: &[&str], first: i64, step: i64| {
        let index = list.iter().position(|word| *word == small)?;
        Some(first + i64::try_from(index).ok()? * step)
    };
    at(&SMALL, 2, 1).or_else(|| at(&TEENS, 13, 1)).or_else(|| at(&TENS, 20, 10)).or_else(|| hundreds(small))
}

/// Multiples of a hundred or a thousand: "hundert", "fünfhundert", "sechstausend".
fn hundreds(small: &str) -> Option<i64> {
    let (times, worth) = match (small.strip_suffix("hundert"), small.strip_suffix("tausend")) {
        (Some(times), _) => (times, 100),
        (_, Some(times)) => (times, 1000),
        _ => return None,
    };
    let times = if matches!(times, "" | "ein") { 1 } else { number(times)? };
    times.checked_mul(worth)
}

/// A plainer word for one from another language or from official German.
pub(super) fn plain_word(small: &str) -> Option<&'static str> {
    Some(match small {
        "workshop" | "workshops" => "Arbeits-Treffen",
        "meeting" | "meetings" => "Treffen",
        "event" | "events" => "Veranstaltung",
        "feedback" => "Rückmeldung",
        "download" | "downloads" => "Herunterladen",
        "newsletter" => "Nachrichten per E-Mail",
        "partizipation" => "Mitbestimmung",
        "kooperation" | "kooperationen" => "Zusammen-Arbeit",
        "evaluation" => "Prüfung",
        "ressourcen" => "Mittel",
        "expertise" => "Fach-Wissen",
        "transfer" => "Weitergabe",
        "akteure" | "akteurinnen" => "Beteiligte",
        "diversität" => "Vielfalt",
        "initiieren" => "anfangen",
        "realisieren" => "machen",
        "optimieren" => "verbessern",
        _ => return None,
    })
}

/// True if the ending shows that a word comes from Latin, Greek or French and it is not generally known.
pub(super) fn is_foreign(small: &str) -> bool {
    const KNOWN: [&str; 14] = [
        "information",
        "informationen",
        "station",
        "stationen",
        "region",
        "regionen",
        "religion",
        "religionen",
        "universität",
        "universitäten",
        "aktion",
        "aktionen",
        "redaktion",
        "moment",
    ];
    const ENDINGS: [&str; 15] = [
        "tion", "tionen", "ismus", "ität", "itäten", "ieren", "iert", "ierung", "ierungen", "logie", "logien", "thek",
        "enz", "anz", "ment",
    ];
    const GERMAN: [&str; 6] = ["ganz", "glanz", "tanz", "kranz", "grenz", "pflanz"];
    let part = small.rsplit(['-', '·']).next().unwrap_or(small);
    let has_ending = part.chars().count() > 5 && ENDINGS.iter().any(|ending| part.ends_with(ending));
    has_ending && !KNOWN.contains(&part) && !GERMAN.iter().any(|word| part.ends_with(word))
}

pub(super) fn is_werden(small: &str) -> bool {
    matches!(
        small,
        "werde" | "wirst" | "wird" | "werden" | "werdet" | "wurde" | "wurdest" | "wurden" | "wurdet" | "worden"
    )
}

/// Words that look like participles and are not.
const NO_PARTICIPLES: [&str; 35] = [
    "gegen",
    "gehen",
    "geben",
    "gelten",
    "gewinnen",
    "genießen",
    "gehören",
    "gefallen",
    "gelingen",
    "geschehen",
    "gestalten",
    "genügen",
    "gelangen",
    "geraten",
    "gebrauchen",
    "genehmigen",
    "gewöhnen",
    "gesamten",
    "geringen",
    "genauen",
    "gemeinsamen",
    "geeigneten",
    "gewissen",
    "gesunden",
    "geraden",
    "geistigen",
    "gelben",
    "geheimen",
    "bereit",
    "bekannt",
    "beliebt",
    "berühmt",
    "bestimmt",
    "erst",
    "gesamt",
];
/// Participles of strong verbs without "ge" that differ from their infinitives.
const STRONG_PARTICIPLES: [&str; 16] = [
    "beschlossen",
    "besprochen",
    "beschrieben",
    "begonnen",
    "betroffen",
    "entschieden",
    "entstanden",
    "erhoben",
    "verboten",
    "verloren",
    "verschoben",
    "versprochen",
    "verstanden",
    "vorgeschlagen",
    "unterschrieben",
    "übernommen",
];

/// True if a word looks like a participle and not like an infinitive or adjective.
pub(super) fn is_participle(small: &str) -> bool {
    if NO_PARTICIPLES.contains(&small) || small.chars().count() < 5 {
        return false;
    }
    let has_end = small.ends_with('t') || small.ends_with("en");
    let has_ge = small.starts_with("ge") || separable(small).is_some_and(|rest| rest.starts_with("ge"));
    let is_weak = ["be", "ver", "er", "ent", "zer", "über", "unter", "wider"]
        .iter()
        .any(|prefix| small.strip_prefix(prefix).is_some_and(|rest| rest.chars().count() > 2 && rest.ends_with('t')));
    (has_ge && has_end) || is_weak || small.ends_with("iert") || STRONG_PARTICIPLES.contains(&small)
}

/// The rest of a separable verb behind its prefix: "geladen" of "ein-geladen".
fn separable(small: &str) -> Option<&str> {
    const PARTS: [&str; 22] = [
        "ab", "an", "auf", "aus", "bei", "durch", "ein", "fort", "her", "heraus", "hin", "los", "mit", "nach", "statt",
        "teil", "vor", "weg", "weiter", "zu", "zurück", "zusammen",
    ];
    PARTS.iter().filter_map(|part| small.strip_prefix(part)).find(|rest| rest.starts_with("ge"))
}

pub(super) fn is_genitive_article(small: &str) -> bool {
    matches!(small, "des" | "eines" | "meines" | "deines" | "seines" | "ihres" | "unseres" | "eures" | "keines")
}

pub(super) fn is_preposition(small: &str) -> bool {
    matches!(
        small,
        "in" | "an" | "auf" | "mit" | "von" | "bei" | "aus" | "zu" | "nach" | "vor" | "über" | "unter" | "seit"
    )
}

/// Words behind which "der" begins the subject and is no genitive: "Heute der Lehrer …".
pub(super) fn is_time(small: &str) -> bool {
    matches!(small, "heute" | "gestern" | "morgen" | "dann" | "danach" | "auch" | "nur" | "wenn" | "ob" | "dass")
}

/// Words that begin a subordinate clause behind a comma.
pub(super) fn begins_clause(small: &str) -> bool {
    matches!(
        small,
        "dass"
            | "weil"
            | "wenn"
            | "obwohl"
            | "damit"
            | "während"
            | "nachdem"
            | "bevor"
            | "sodass"
            | "ob"
            | "aber"
            | "denn"
            | "sondern"
            | "als"
            | "um"
            | "der"
            | "die"
            | "das"
            | "den"
            | "dem"
            | "deren"
            | "dessen"
            | "wo"
            | "wie"
            | "was"
            | "wer"
            | "welche"
            | "welcher"
            | "welches"
    )
}

pub(super) fn joins(small: &str) -> bool {
    matches!(small, "und" | "oder" | "aber" | "denn" | "sondern")
}

/// Words that can be the subject of a new statement.
pub(super) fn is_subject(small: &str) -> bool {
    matches!(small, "ich" | "du" | "er" | "sie" | "es" | "wir" | "ihr" | "man" | "dann" | "das" | "dabei" | "danach")
}
