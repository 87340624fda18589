//! Tests of the hints.

use proptest::prelude::*;

use super::*;

/// Kind, words and suggestion of each hint.
fn found(text: &str) -> Vec<(&'static str, &str, String)> {
    hints(text, usize::MAX)
        .first
        .into_iter()
        .map(|hint| (hint.kind.code(), hint.words, hint.instead.unwrap_or_default()))
        .collect()
}

/// The words of all hints of one kind.
fn of_kind(kind: HintKind, text: &str) -> Vec<&str> {
    hints(text, usize::MAX).first.into_iter().filter(|hint| hint.kind == kind).map(|hint| hint.words).collect()
}

#[test]
fn easy_text_has_no_hints() {
    let text = "# Willkommen\n\nWir machen die Schulen besser.\nMehr als 600 Menschen helfen mit.\n\n\
        - Kommen Sie am 20. September.\n- Rufen Sie uns an: [Kontakt](https://a.example/sehr/lange-adresse-ohne-ende)\n";
    assert_eq!(found(text), []);
}

#[test]
fn long_words_ask_for_a_hyphen_or_mediopoint() {
    let long = |text| of_kind(HintKind::LongWord, text);
    assert_eq!(long("Die Kulturhauptstadt lädt ein."), ["Kulturhauptstadt"]);
    assert_eq!(long("Die Kultur-Haupt-Stadt lädt ein."), [""; 0]);
    assert_eq!(long("Die Kultur·haupt·stadt lädt ein."), [""; 0]);
    // Twelve letters are still fine, thirteen are not.
    assert_eq!(long("Abcdefghijkl Abcdefghijklm"), ["Abcdefghijklm"]);
}

#[test]
fn long_sentences_and_several_statements_are_named() {
    let long = "Wir sind eins zwei und ganz viele andere Leute aus der Stadt heute.";
    assert_eq!(of_kind(HintKind::LongSentence, long), [long]);
    assert_eq!(of_kind(HintKind::LongSentence, "Wir sind viele Leute aus der Stadt."), [""; 0]);
    let several = |text| of_kind(HintKind::ManyStatements, text);
    assert_eq!(several("Wir treffen uns, weil wir reden wollen."), ["weil"]);
    assert_eq!(several("Sie kommt und er geht."), ["und"]);
    assert_eq!(several("Kitas, Schulen, Betriebe helfen mit."), ["Betriebe"]);
    assert_eq!(several("Kitas und Schulen helfen mit."), [""; 0]);
}

#[test]
fn passive_is_seen_where_werden_meets_a_participle() {
    let passive = |text| of_kind(HintKind::Passive, text);
    assert_eq!(passive("Das Haus wird neu gebaut."), ["wird neu gebaut"]);
    assert_eq!(passive("Alle wurden eingeladen."), ["wurden eingeladen"]);
    assert_eq!(passive("Der Plan wird besprochen."), ["wird besprochen"]);
    assert_eq!(passive("Wer informiert wird, kommt."), ["informiert wird"]);
    for active in ["Wir werden gehen.", "Sie wird gegen ihn spielen.", "Er wird Lehrer.", "Die Leute haben gebaut."] {
        assert_eq!(passive(active), [""; 0], "{active}");
    }
}

#[test]
fn genitive_is_seen_by_its_article_and_its_place() {
    let genitive = |text| of_kind(HintKind::Genitive, text);
    assert_eq!(genitive("Das ist das Haus des Lehrers."), ["des Lehrers"]);
    assert_eq!(genitive("Das Ende eines langen Tages."), ["eines langen Tages"]);
    assert_eq!(genitive("Die Schulen der Stadt helfen."), ["der Stadt"]);
    for other in ["Wir sind in der Stadt.", "Das Haus von dem Lehrer.", "Heute der Lehrer, morgen die Kinder."] {
        assert_eq!(genitive(other), [""; 0], "{other}");
    }
}

#[test]
fn what_is_not_so_is_named() {
    assert_eq!(of_kind(HintKind::Negation, "Das ist nicht gut. Wir haben keine Zeit."), ["nicht", "keine"]);
    assert_eq!(of_kind(HintKind::Subjunctive, "Wir könnten helfen. Das wäre gut."), ["könnten", "wäre"]);
    assert_eq!(of_kind(HintKind::Subjunctive, "Ich möchte helfen."), [""; 0]);
}

#[test]
fn numbers_are_asked_for_in_figures() {
    assert_eq!(found("Wir sind fünf Leute."), [("number_word", "fünf", "5".to_owned())]);
    assert_eq!(found("Wir sind zwölf."), [("number_word", "zwölf", "12".to_owned())]);
    assert_eq!(found("Hier sind dreihundert Leute."), [("number_word", "dreihundert", "300".to_owned())]);
    assert_eq!(found("Das ist ein Haus."), []);
    assert_eq!(found("Das ist Kapitel XIV."), [("roman_numeral", "XIV", "14".to_owned())]);
    assert_eq!(found("Das ist Stufe I."), [("roman_numeral", "I", "1".to_owned())]);
}

#[test]
fn high_numbers_and_shares_are_hard_to_imagine() {
    assert_eq!(found("Hier leben 40.000 Leute."), [("high_number", "40.000", "40 000".to_owned())]);
    assert_eq!(found("Es waren 2500 Leute."), [("high_number", "2500", "2 500".to_owned())]);
    assert_eq!(found("Das war 2018."), []);
    assert_eq!(found("Das war am 20.9.2018."), []);
    assert_eq!(found("Es sind 20 % mehr."), [("percent", "20 %", String::new())]);
    assert_eq!(found("Es sind 20 Prozent mehr."), [("percent", "20 Prozent", String::new())]);
}

#[test]
fn abbreviations_do_not_end_a_sentence_and_are_written_out() {
    let hints = hints("Kommen Sie z. B. am Tag. Das ist gut.", 9).first;
    assert_eq!(hints.len(), 1);
    assert_eq!((hints[0].words, hints[0].instead.as_deref()), ("z. B.", Some("zum Beispiel")));
    assert_eq!(hints[0].sentence, "Kommen Sie z. B. am Tag.");
    assert_eq!(found("Das ist in NRW."), [("abbreviation", "NRW", String::new())]);
}

#[test]
fn foreign_words_get_a_plain_one_where_there_is_one() {
    assert_eq!(found("Kommen Sie zum Workshop."), [("foreign_word", "Workshop", "Arbeits-Treffen".to_owned())]);
    assert_eq!(found("Das ist die Motivation."), [("foreign_word", "Motivation", String::new())]);
    assert_eq!(found("Das ist die Information."), []);
    assert_eq!(found("Das ist der ganze Tanz."), []);
}

#[test]
fn signs_that_are_not_read_aloud_are_named_and_marks_of_markdown_are_not() {
    assert_eq!(of_kind(HintKind::SpecialCharacter, "Kita & Schule (neu)"), ["&", "(", ")"]);
    assert_eq!(of_kind(HintKind::SpecialCharacter, "Die Lehrer*innen kommen."), ["*"]);
    assert_eq!(of_kind(HintKind::SpecialCharacter, "Das ist **sehr** _gut_ [hier](/a)."), [""; 0]);
}

#[test]
fn every_item_of_a_list_is_a_sentence_of_its_own() {
    let text = "Wir haben:\n\n- ein Haus\n- einen Garten\n- viele Bücher";
    let visible = sentences::visible(text);
    let sentences: Vec<&str> = sentences::sentences(&visible).map(|sentence| &text[sentence.range.clone()]).collect();
    assert_eq!(sentences, ["Wir haben:", "ein Haus", "einen Garten", "viele Bücher"]);
}

#[test]
fn only_the_first_hints_are_kept_and_the_others_counted() {
    let text = "des Hauses ".repeat(10_000);
    let all = hints(&text, usize::MAX);
    let few = hints(&text, 3);
    assert_eq!((few.first.len(), few.first.len() + few.more), (3, all.first.len()));
    assert_eq!(few.first[..], all.first[..3]);
    assert_eq!(all.more, 0);
    // One hint for each genitive, and one in every two thousand bytes for a sentence that is too long.
    assert_eq!(all.first.iter().filter(|hint| hint.kind == HintKind::Genitive).count(), 10_000);
    assert!(all.first.len() <= 10_060, "{}", all.first.len());
}

#[test]
fn excerpts_are_short_however_long_the_sentence_is() {
    let long = format!("{} des Hauses {}", "ä ".repeat(300), "b ".repeat(300));
    let hints = hints(&long, usize::MAX).first;
    let genitive = hints.iter().find(|hint| hint.kind == HintKind::Genitive).unwrap();
    let (words, sentence) = genitive.excerpt();
    assert_eq!(words, "des Hauses");
    assert!(sentence.starts_with("… ä") && sentence.ends_with("b …") && sentence.contains("des Hauses"), "{sentence}");
    let longest = hints.iter().map(|hint| hint.excerpt().0.len() + hint.excerpt().1.len()).max();
    assert!(longest.unwrap() < 350, "{longest:?}");
    assert_eq!(super::hints("Das Haus des Lehrers.", 1).first[0].excerpt().1, "Das Haus des Lehrers.");
}

/// Copying or scanning the sentence for each hint took minutes and gigabytes.
#[test]
fn hints_of_the_largest_texts_grow_with_the_text() {
    for (name, text) in base::expensive::texts(200_000) {
        let hints = hints(&text, 100);
        assert!(hints.first.len() <= 100, "{name}");
        assert!(hints.more <= text.len(), "{name}: {}", hints.more);
    }
}

proptest! {
    #[test]
    fn hints_name_what_stands_in_the_text(text in "[a-zäöüßA-Z0-9 .,;:!?()*_#\n\\[\\]%&-]{0,80}|\\PC{0,40}|[(\\]ihtps:/ <>\n]{0,30}") {
        for hint in hints(&text, usize::MAX).first {
            prop_assert_eq!(&text[hint.range.clone()], hint.words);
            prop_assert!(hint.sentence.contains(hint.words), "{:?}", hint);
        }
    }
}
