//! Accent folding: letters with marks become plain Latin ones, for slugs, sorting and search.

/// The plain lower-case Latin letters of one character, `None` if it is not a Latin letter or
/// digit.
///
/// Umlauts lose their dots (DIN 5007-1, for sorting); callers that want `ae` try [`umlaut`] first.
pub fn plain(c: char) -> Option<&'static str> {
    Some(match lower(c) {
        'a' | 'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'b' => "b",
        'c' | 'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'd' | 'ď' | 'đ' | 'ð' => "d",
        'e' | 'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'f' => "f",
        'g' | 'ğ' | 'ĝ' | 'ģ' | 'ġ' => "g",
        'h' | 'ĥ' | 'ħ' => "h",
        'i' | 'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'j' | 'ĵ' => "j",
        'k' | 'ķ' => "k",
        'l' | 'ł' | 'ľ' | 'ĺ' | 'ļ' => "l",
        'm' => "m",
        'n' | 'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'o' | 'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'p' => "p",
        'q' => "q",
        'r' | 'ř' | 'ŕ' | 'ŗ' => "r",
        's' | 'ś' | 'š' | 'ş' | 'ș' | 'ŝ' => "s",
        't' | 'ť' | 'ţ' | 'ț' | 'ŧ' => "t",
        'u' | 'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ŭ' => "u",
        'v' => "v",
        'w' | 'ŵ' => "w",
        'x' => "x",
        'y' | 'ý' | 'ÿ' | 'ŷ' => "y",
        'z' | 'ź' | 'ž' | 'ż' => "z",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        digit => {
            return DIGITS.get(usize::try_from(digit.to_digit(10)?).ok()?).copied();
        }
    })
}

/// `ae`, `oe` or `ue` for an umlaut: the German spelling where only plain letters are allowed.
pub fn umlaut(c: char) -> Option<&'static str> {
    match lower(c) {
        'ä' => Some("ae"),
        'ö' => Some("oe"),
        'ü' => Some("ue"),
        _ => None,
    }
}

/// A normalized form for searches: small plain letters, umlauts as `ae`, digits, and single blanks in between. It
/// contains no wildcard of a database's `LIKE`.
pub fn words(text: &str) -> String {
    let letters: String = text.chars().map(|c| umlaut(c).or_else(|| plain(c)).unwrap_or(" ")).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// The first character of the lower-case form: `ẞ` is `ß`, `İ` is `i`.
fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}
