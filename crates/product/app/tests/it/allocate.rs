//! Places from files: what an organiser types, and what they get.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder with files, in which the program allocates.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            std::fs::write(folder.path(name), text).unwrap();
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn allocate(&self, options: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zukunftsbildung"));
        command.current_dir(self.0.path()).args(["allocate", "--sessions", "S.csv", "--preferences", "P.csv"]);
        command.args(["-o", "A.csv"]).args(options).output().unwrap()
    }

    fn written(&self) -> String {
        std::fs::read_to_string(self.path("A.csv")).unwrap()
    }

    /// The one line of an error, and the exit code.
    fn refusal(&self, options: &[&str]) -> (i32, String) {
        let output = self.allocate(options);
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    }
}

const TWO_SESSIONS: &str = "round,session,capacity\n1,1,2\n1,2,2\n";

#[test]
fn everybody_gets_a_place_and_the_figures_are_told() {
    let wishes = "person,round,rank,session\nAda,1,1,1\nAda,1,2,2\nBela,1,1,1\nCem,1,1,1\nCem,1,2,2\nDana,1,1,2\n";
    let folder = Folder::new(&[("S.csv", TWO_SESSIONS), ("P.csv", wishes)]);
    let output = folder.allocate(&["--seed", "3"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for line in [
        "total cost  1\n",
        "lower bound 1\n",
        "proof       no allocation is better\n",
        "1st wish",
        "2nd wish",
        "seconds",
    ] {
        assert!(told.contains(line), "{line:?} is missing in\n{told}");
    }
    let written = folder.written();
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!((lines[0], lines.len()), ("person,round,session,rank", 5));
    assert!(written.contains("Bela,1,1,1\n") && written.contains("Dana,1,2,1\n"), "{written}");
    folder.allocate(&["--seed", "3"]);
    assert_eq!(folder.written(), written, "the same seed gives the same bytes");
}

#[test]
fn objectives_differ_and_several_rounds_hold_no_session_twice() {
    let mut sessions = "round;session;capacity;min\n".to_owned();
    for (round, session) in [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)] {
        writeln!(sessions, "{round};{session};4;2").unwrap();
    }
    let mut wishes = String::new();
    for person in 0..9 {
        for (rank, session) in [(1, 1), (2, 1 + person % 3)].into_iter().take(1 + usize::from(person % 3 > 0)) {
            writeln!(wishes, "P{person};1;{rank};{session}\nP{person};2;{rank};{session}").unwrap();
        }
    }
    let folder = Folder::new(&[("S.csv", &sessions), ("P.csv", &wishes)]);
    for objective in ["sum", "generous", "first"] {
        let output = folder.allocate(&["--objective", objective]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(String::from_utf8(output.stdout).unwrap().contains("no allocation is better"));
        let written = folder.written();
        let places: Vec<Vec<&str>> = written.lines().skip(1).map(|line| line.split(',').collect()).collect();
        assert_eq!(places.len(), 18);
        assert!(places.chunks(2).all(|both| both[0][0] == both[1][0] && both[0][2] != both[1][2]), "{written}");
    }
}

#[test]
fn sectors_groups_fixed_and_forbidden_places_are_kept() {
    let people = "person,sector,group,fixed,forbidden\nAda,schule,,1:2,\nBela,schule,paar,,\nCem,stadt,paar,,1:1\nDana,stadt,,,2\n";
    let sectors = "round,session,sector,min,max\n1,2,schule,1,2\n";
    let sessions = "round,session,capacity\n1,1,2\n1,2,3\n";
    let wishes = "person,round,rank,session\nAda,1,1,1\nBela,1,1,1\n";
    let folder = Folder::new(&[("S.csv", sessions), ("P.csv", wishes), ("people.csv", people), ("B.csv", sectors)]);
    let output = folder.allocate(&["--people", "people.csv", "--sectors", "B.csv"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let expected = "person,round,session,rank\nAda,1,2,0\nBela,1,2,0\nCem,1,2,0\nDana,1,1,0\n";
    assert_eq!(folder.written(), expected);
}

#[test]
fn who_has_a_place_keeps_it_when_others_come_and_go() {
    let wishes = "person,round,rank,session\nAda,1,1,2\nCem,1,1,1\nNeu,1,1,1\n";
    let before = "person,round,session,rank\nAda,1,1,0\nBela,1,1,1\nCem,1,2,0\n";
    let folder = Folder::new(&[("S.csv", TWO_SESSIONS), ("P.csv", wishes), ("before.csv", before)]);
    let output = folder.allocate(&["--before", "before.csv"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8(output.stdout).unwrap().contains("moves       0\n"));
    let now = "person,round,session,rank\nAda,1,1,0\nCem,1,2,0\nNeu,1,1,1\n";
    assert_eq!(folder.written(), now);
    // The result can be the next template, under the same name, and a run that fails leaves it alone.
    assert!(folder.allocate(&["--before", "A.csv"]).status.success());
    assert_eq!(folder.written(), now);
    std::fs::write(folder.path("S.csv"), "round,session,capacity\n1,1,1\n1,2,1\n").unwrap();
    assert_eq!(folder.refusal(&["--before", "A.csv"]).0, 3);
    assert_eq!(folder.written(), now);
    let left: Vec<_> = std::fs::read_dir(folder.0.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left.len(), 4, "{left:?}");
}

#[test]
fn table_of_a_spreadsheet_is_read_with_its_mark_and_semicolons() {
    let sessions = "\u{feff}round;session;capacity;min\r\n1;1;2;\r\n1;2;2;\r\n";
    let wishes = "\u{feff}person;round;rank;session\r\n\"Müller; Ada\";1;1;2\r\n";
    let folder = Folder::new(&[("S.csv", sessions), ("P.csv", wishes)]);
    let output = folder.allocate(&[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(folder.written(), "person,round,session,rank\nMüller; Ada,1,2,1\n");
}

#[test]
fn groups_that_no_session_can_hold_are_told_in_one_line() {
    let mut people = "person,sector,group\n".to_owned();
    for person in 0..6 {
        writeln!(people, "P{person},a,trio{}", person / 3).unwrap();
    }
    let folder = Folder::new(&[("S.csv", "1,1,4\n1,2,2\n"), ("P.csv", "P0,1,1,1\n"), ("people.csv", &people)]);
    let (code, told) = folder.refusal(&["--people", "people.csv"]);
    assert_eq!(code, 3);
    assert!(told.contains("  - 2 groups (trio0, trio1) keep together\n"), "{told}");
}

#[test]
fn bad_file_is_named_with_line_and_reason() {
    let cases = [
        (
            "S.csv",
            "round,session,capacity\n1,1,viele\n",
            "S.csv, line 2: the capacity `viele` is no whole number from 0 on",
        ),
        ("S.csv", "round,session,capacity\n1,1,2\n1,1,3\n", "S.csv, line 3: session 1 is there twice in round 1"),
        ("S.csv", "round,session\n1,1\n", "S.csv, line 1: the column `capacity` is missing"),
        ("S.csv", "round,session,capacity\n", "there is no session"),
        ("P.csv", "person,round,rank,session\nAda,1,1,9\n", "P.csv, line 2: there is no session 9 in round 1"),
        ("P.csv", "person,round,rank,session\nAda,1,0,1\n", "P.csv, line 2: the first wish has the rank 1, not 0"),
        ("P.csv", "person,round,rank,session\nAda,1,4000000000,1\n", "P.csv, line 2: the rank 4000000000 is above 500"),
        ("P.csv", "Ada,1,1,1\nAda,1,2,1\n", "P.csv, line 2: this person ranks this session twice"),
        ("P.csv", "person,round,rank,session\n,1,1,1\n", "P.csv, line 2: the person is missing"),
        ("P.csv", "person,round,rank,session\nAda,1\n", "P.csv, line 2: the session is missing"),
    ];
    for (name, text, reason) in cases {
        let folder = Folder::new(&[("S.csv", TWO_SESSIONS), ("P.csv", "Ada,1,1,1\n"), (name, text)]);
        let (code, told) = folder.refusal(&[]);
        assert!(code == 2 && told.contains(reason) && told.lines().count() == 1, "{code}: {told}\nnot {reason}");
        assert!(!folder.path("A.csv").exists());
    }
    let people = [
        ("person,sector\nBela,schule\n", "P.csv, line 1: `Ada` is not in the file of people"),
        ("person,sector\nAda,a\nAda,b\n", "people.csv, line 3: `Ada` is there twice"),
        ("person,sector,fixed\nAda,a,eins\n", "people.csv, line 2: `eins` is no place"),
        ("person,sector,forbidden\nAda,a,7\n", "people.csv, line 2: there is no session 7 in any round"),
    ];
    for (text, reason) in people {
        let folder = Folder::new(&[("S.csv", TWO_SESSIONS), ("P.csv", "Ada,1,1,1\n"), ("people.csv", text)]);
        let (code, told) = folder.refusal(&["--people", "people.csv"]);
        assert!(code == 2 && told.contains(reason), "{code}: {told}\nnot {reason}");
    }
    let folder = Folder::new(&[("P.csv", "Ada,1,1,1\n")]);
    let (code, told) = folder.refusal(&[]);
    assert!(code == 2 && told.contains("cannot read S.csv: "), "{code}: {told}");
    let folder = Folder::new(&[("S.csv", TWO_SESSIONS), ("P.csv", "")]);
    std::fs::write(folder.path("P.csv"), b"M\xfcller,1,1,1\n").unwrap();
    let (code, told) = folder.refusal(&[]);
    assert!(code == 2 && told.contains("line 1: this is not UTF-8"), "{code}: {told}");
}

#[test]
fn rules_that_contradict_each_other_are_told_in_words() {
    let wishes = (0..5).map(|person| format!("P{person},1,1,1")).collect::<Vec<_>>().join("\n");
    let folder = Folder::new(&[("S.csv", TWO_SESSIONS), ("P.csv", &wishes)]);
    let (code, told) = folder.refusal(&[]);
    assert_eq!(code, 3);
    assert!(told.contains("5 people each need one session in every round"), "{told}");
    assert!(told.contains("all sessions of round 1 together have 4 places; 1 more needed"), "{told}");
    assert!(told.contains("Change this, and the other rules can be kept."), "{told}");

    let people = "person,sector,fixed\nP0,a,1:1\nP1,a,1:1\nP2,a,1:1\n";
    let wishes = (0..3).map(|person| format!("P{person},1,1,1")).collect::<Vec<_>>().join("\n");
    let folder = Folder::new(&[("S.csv", TWO_SESSIONS), ("P.csv", &wishes), ("people.csv", people)]);
    let (code, told) = folder.refusal(&["--people", "people.csv"]);
    assert_eq!(code, 3);
    assert!(told.contains("session 1 of round 1 has 2 places"), "{told}");
    assert!(told.contains("3 people (P0, P1, P2) fixed in session 1 of round 1"), "{told}");
    assert!(told.contains("no fewer rules contradict each other"), "{told}");
}

#[test]
fn quotation_mark_that_is_never_closed_is_refused_instead_of_swallowing_people() {
    let wishes = "person,round,rank,session,note\nAda,1,1,1,\nAda,1,2,2,\nBela,1,1,1,\"kommt 5 Min. später\n\
         Cem,1,1,2,\nDana,1,1,2,\n";
    let people = "person,sector\nAda,schule\nBela,schule\nCem,kita\nDana,kita\n";
    let folder = Folder::new(&[("S.csv", TWO_SESSIONS), ("P.csv", wishes), ("people.csv", people)]);
    for options in [&[][..], &["--people", "people.csv"]] {
        let (code, told) = folder.refusal(options);
        assert_eq!(code, 2);
        assert!(told.contains("P.csv, line 4: a quotation mark is opened and never closed"), "{told}");
        assert!(!folder.path("A.csv").exists());
    }
}

/// The semicolon that divides two fixed places divides cells, too, in a table of a German spreadsheet. Where that may have
/// happened it is asked about, although somebody may mean it so: a place that is forbidden instead of fixed goes unnoticed.
#[test]
fn places_that_slipped_into_the_next_column_are_refused() {
    let sessions = "round,session,capacity\n1,2,3\n1,3,3\n2,3,3\n2,4,3\n";
    let wishes = "person;round;rank;session\nAda;1;1;2\nAda;2;1;3\nBela;1;1;3\nBela;2;1;4\n";
    let told = |people: &str, options: &[&str]| {
        let folder = Folder::new(&[("S.csv", sessions), ("P.csv", wishes), ("people.csv", people)]);
        let output = folder.allocate(&[&["--people", "people.csv"], options].concat());
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = told("person;sector;group;fixed\nAda;schule;;1:2;2:3\nBela;schule;;\n", &[]);
    assert_eq!(code, 2);
    assert!(
        said.contains("people.csv, line 2: this line has more columns") && said.contains("quotation marks"),
        "{said}"
    );
    let (code, said) = told("person;sector;group;fixed;forbidden\nAda;schule;;1:2;2:3\nBela;schule;;;\n", &[]);
    assert_eq!(code, 2);
    assert!(said.contains("people.csv, line 2: `fixed` and `forbidden`") && said.contains("quotation marks"), "{said}");
    for sound in [
        "person;sector;group;fixed;forbidden\nAda;schule;;\"1:2;2:3\";\nBela;schule;;;2:3\n",
        "person;sector;group;fixed;forbidden\nAda;schule;;\"1:2;2:3\";1:3\nBela;schule;;;\n",
        "person,sector,group,fixed,forbidden\nAda,schule,,1:2,2:4\nBela,schule,,,\n",
        // Blank cells behind the last column say nothing; spreadsheets leave them there.
        "person;sector;group;fixed;forbidden\nAda;schule;;1:2;;;\nBela;schule\n",
    ] {
        assert_eq!(told(sound, &[]), (0, String::new()), "{sound}");
    }
}

#[test]
fn names_that_a_spreadsheet_would_run_are_text_in_the_result_and_found_again() {
    let sessions = "round,session,capacity\n1,1,6\n1,2,6\n";
    let wishes = "person,round,rank,session\n=1+1,1,1,1\n+49 201 1,1,1,2\n-Ada,1,1,1\n@sum,1,1,2\nJörg Größe,1,1,2\n\
         \"=HYPERLINK(\"\"https://ort.example\"\";\"\"x\"\")\",1,1,1\n";
    let folder = Folder::new(&[("S.csv", sessions), ("P.csv", wishes)]);
    assert!(folder.allocate(&[]).status.success());
    let written = folder.written();
    let cells: Vec<&str> = written.lines().skip(1).map(|line| line.trim_start_matches('"')).collect();
    assert_eq!(cells.len(), 6);
    assert!(!cells.iter().any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{written}");
    assert!(written.contains("\nJörg Größe,1,2,1\n"), "{written}");
    // Who was elsewhere before stays there, because a move counts more than a wish: so everybody was found.
    let before = written.replace("'+49 201 1,1,2,1", "'+49 201 1,1,1,0").replace("'@sum,1,2,1", "'@sum,1,1,0");
    std::fs::write(folder.path("before.csv"), &before).unwrap();
    let again = folder.allocate(&["--before", "before.csv"]);
    let told = String::from_utf8(again.stdout).unwrap();
    assert!(again.status.success() && told.contains("moves       0\n"), "{told}");
    assert_eq!(folder.written(), before);
}
