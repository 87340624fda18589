//! Mentions in the text of a note: `@` and a name.

use accounts::Person;

/// A mention that means nobody, or one of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unknown {
    /// The word behind the `@`.
    pub(crate) word: String,
}

/// The people whom a text mentions, each once. A whole name counts, and a first name if only one of them has it. An `@` within a
/// word is part of an address, and one before a digit is none of ours either.
pub(crate) fn mentioned<'p>(text: &str, people: &'p [Person]) -> Result<Vec<&'p Person>, Unknown> {
    let mut found: Vec<&Person> = Vec::new();
    for (place, _) in text.match_indices('@') {
        let (before, behind) = (text[..place].chars().next_back(), &text[place + 1..]);
        let begins = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '_' | '+'));
        if !begins || !behind.starts_with(char::is_alphabetic) {
            continue;
        }
        let person = meant(behind, people)?;
        if !found.iter().any(|other| other.id == person.id) {
            found.push(person);
        }
    }
    Ok(found)
}

fn meant<'p>(behind: &str, people: &'p [Person]) -> Result<&'p Person, Unknown> {
    let whole = people.iter().filter(|person| begins_with(behind, &person.name));
    if let Some(person) = whole.max_by_key(|person| person.name.chars().count()) {
        return Ok(person);
    }
    // A capital letter or a number behind a first name may be another surname.
    let is_alone = |first_name: &str| {
        let rest: String = behind.chars().skip(first_name.chars().count()).collect();
        !rest.trim_start_matches(' ').starts_with(|c: char| c.is_uppercase() || c.is_numeric())
    };
    let is_meant = |person: &&Person| {
        let first_name = person.name.split_whitespace().next().unwrap_or_default();
        begins_with(behind, first_name) && is_alone(first_name)
    };
    let mut by_first_name = people.iter().filter(is_meant);
    match (by_first_name.next(), by_first_name.next()) {
        (Some(person), None) => Ok(person),
        _ => Err(Unknown { word: behind.chars().take_while(|c| is_of_name(*c)).collect() }),
    }
}

/// True if a text begins with a name, in any case, and the name ends there.
fn begins_with(text: &str, name: &str) -> bool {
    let lower = |c: char| c.to_lowercase();
    let (mut text, mut name) = (text.chars(), name.chars());
    loop {
        match name.next() {
            None => return !text.next().is_some_and(is_of_name),
            Some(wanted) => match text.next() {
                Some(c) if lower(c).eq(lower(wanted)) => {}
                _ => return false,
            },
        }
    }
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}

#[cfg(test)]
mod tests {
    use accounts::PersonId;
    use uuid::Uuid;

    use super::*;

    fn people() -> Vec<Person> {
        let names = ["Maria Beispiel", "Maria Beispiel-Ost", "Karl Kann", "Özlem Önder"];
        let person = |(number, name): (u128, &&str)| Person {
            id: PersonId(Uuid::from_u128(number)),
            name: (*name).to_owned(),
            email: "redaktion@ort.example".parse().unwrap(),
            grants: vec![],
        };
        (1..).zip(&names).map(person).collect()
    }

    fn names(text: &str) -> Result<Vec<String>, String> {
        let people = people();
        let found = mentioned(text, &people).map_err(|unknown| unknown.word)?;
        Ok(found.into_iter().map(|person| person.name.clone()).collect())
    }

    #[test]
    fn whole_names_and_first_names_that_only_one_has_are_mentions() {
        assert_eq!(names("@Maria Beispiel, bitte lesen."), Ok(vec!["Maria Beispiel".to_owned()]));
        assert_eq!(names("Frage an (@maria beispiel-ost)"), Ok(vec!["Maria Beispiel-Ost".to_owned()]));
        assert_eq!(
            names("@karl und @KARL KANN und @özlem"),
            Ok(vec!["Karl Kann".to_owned(), "Özlem Önder".to_owned()])
        );
        assert_eq!(names("anna@ort.example kommt @18 Uhr, 5 @ 3"), Ok(vec![]));
    }

    #[test]
    fn name_that_nobody_or_more_than_one_has_is_said() {
        assert_eq!(names("@Maria, bitte"), Err("Maria".to_owned()));
        assert_eq!(names("@Karl Anders"), Err("Karl".to_owned()), "he is no colleague");
        assert_eq!(names("@Karla Kann"), Err("Karla".to_owned()));
        assert_eq!(names("@Karl-Heinz"), Err("Karl-Heinz".to_owned()));
    }
}
