//! The place of an event, in lines that do not repeat each other.

/// House, street and town, without repeating a town that an earlier line names.
pub(crate) fn lines(venue: Option<&str>, address: Option<&str>, town: Option<&str>) -> Vec<String> {
    let mut lines: Vec<String> = [venue, address].into_iter().flatten().map(ToOwned::to_owned).collect();
    let is_said = |town: &str| address.is_some_and(|address| has_word(address, town));
    if let Some(town) = town.filter(|town| !is_said(town)) {
        lines.push(town.to_owned());
    }
    lines
}

/// The place on one line of a list: house and town.
pub(crate) fn short(venue: Option<&str>, town: Option<&str>) -> Option<String> {
    match (venue, town) {
        (Some(venue), Some(town)) if !has_word(venue, town) => Some(format!("{venue}, {town}")),
        (Some(place), _) | (None, Some(place)) => Some(place.to_owned()),
        (None, None) => None,
    }
}

/// True if `town` stands in `text` as words of its own: Essen is not in "Essener Straße".
fn has_word(text: &str, town: &str) -> bool {
    let is_border = |neighbour: Option<char>| !neighbour.is_some_and(char::is_alphanumeric);
    text.match_indices(town).any(|(at, found)| {
        is_border(text[..at].chars().next_back()) && is_border(text[at + found.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn town_is_named_once() {
        let (essen, street) = (Some("Essen"), Some("Huyssenallee 53, Essen"));
        assert_eq!(lines(Some("Philharmonie Essen"), street, essen), ["Philharmonie Essen", "Huyssenallee 53, Essen"]);
        assert_eq!(lines(Some("Hans-Sachs-Haus"), None, Some("Gelsenkirchen")), ["Hans-Sachs-Haus", "Gelsenkirchen"]);
        assert_eq!(lines(None, Some("Essener Straße 1"), essen), ["Essener Straße 1", "Essen"]);
        assert_eq!(lines(None, None, None), Vec::<String>::new());
    }

    #[test]
    fn short_place_is_house_and_town() {
        assert_eq!(short(Some("Philharmonie Essen"), Some("Essen")).as_deref(), Some("Philharmonie Essen"));
        assert_eq!(short(Some("Zeche Zollverein"), Some("Essen")).as_deref(), Some("Zeche Zollverein, Essen"));
        assert_eq!(short(None, Some("Essen")).as_deref(), Some("Essen"));
        assert_eq!(short(None, None), None);
    }
}
