//! A content folder with pictures and files.

use archive::Folder;
use media::samples::{drawing, pdf, photo};

use crate::test_app::shipped;

/// The description of a complete picture.
pub const SAID: &str = "title = \"Plenum\"\nname = \"DSC_0815.jpg\"\nalt = { de = \"Ein voller Saal\", en = \"A full hall\" }\n\
    holder = \"Stadt \\\"Essen\\\" & Co\"\nlicence = \"cc_by_4\"\nsource = \"https://bilder.example/1?a=1&b=2\"\n";
const SAID_OF_FILE: &str =
    "title = \"Protokoll\"\nname = \"Protokoll Größe.pdf\"\nholder = \"RuhrFutur\"\nlicence = \"own_rights\"\n";
/// The times of that description.
pub const TIMES: &str = "created = \"2026-11-20T10:00:00Z\"\nupdated = \"2026-11-21T10:00:00Z\"\n";

/// The shipped content with a photo, a drawing, a file and a news item that shows them.
pub fn folder() -> Folder {
    let mut folder = shipped();
    folder.0.remove("README.md");
    let mut medium = |name: &str, said: &str, bytes: Vec<u8>| {
        let (slug, _) = name.split_once('.').unwrap();
        folder.0.insert(format!("medien/{slug}.toml"), format!("{said}{TIMES}"));
        folder.1.insert(format!("medien/{name}"), bytes);
    };
    medium("saal.jpg", SAID, photo(2400, 1600, 1));
    medium("ungeklaert.jpg", "title = \"Ungeklärt\"\nname = \"a.jpg\"\n", photo(600, 400, 1));
    medium(
        "muster.webp",
        "title = \"Muster\"\nname = \"muster.webp\"\ndecorative = true\nholder = \"RuhrFutur\"\nlicence = \"cc0\"\n",
        whole_drawing(),
    );
    medium("protokoll.pdf", SAID_OF_FILE, pdf(""));
    let text = "Vorher.\n\n![](/medien/saal \"Am ersten Tag\")\n\nMitten ![Ein \"Muster\"](/medien/muster) im Satz.\n\n\
        ![](/medien/ungeklaert)\n\nDas [Protokoll](/medien/protokoll).";
    folder.0.insert("aktuelles/mit-bild.md".to_owned(), news("Mit Bild", "picture = \"saal\"\n", text));
    folder.0.insert(
        "aktuelles/mit-bild.en.md".to_owned(),
        "+++\ntitle = \"With a picture\"\nsummary = \"A trial.\"\n+++\n\nBefore.\n\n![](/medien/saal)\n".to_owned(),
    );
    folder
}

fn news(title: &str, more: &str, text: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nsummary = \"Zur Probe.\"\nwhen = \"2026-11-20\"\ncertainty = \"fixed\"\n{more}\
         updated = \"2026-11-23T12:00:00Z\"\n+++\n\n{text}\n"
    )
}

/// A drawing as we write it.
fn whole_drawing() -> Vec<u8> {
    let name = base::file_name::FileName::of("a.png");
    let Ok(media::intake::Taken::Image(image)) = media::intake::take_kept(drawing(700, 300), &name) else {
        panic!("a drawing is a picture");
    };
    image.sizes.into_iter().find(|one| one.file_type == image.whole).unwrap().bytes
}

/// The address of the file of [`with_file`].
pub const FILE: &str = "/medien/liste/datei/liste.txt";

/// A text of so many bytes in which no two places are alike.
pub fn text(length: usize) -> Vec<u8> {
    let mut text: Vec<u8> = (0..=length / 8).flat_map(|number| format!("{number:07}\n").into_bytes()).collect();
    text.truncate(length);
    text
}

/// The shipped content with a text file, which the public finds at [`FILE`].
pub fn with_file(bytes: Vec<u8>) -> Folder {
    let mut folder = folder();
    let said = folder.0["medien/protokoll.toml"].replace("Protokoll Größe.pdf", "Liste.txt");
    folder.0.insert("medien/liste.toml".to_owned(), said);
    folder.1.insert("medien/liste.txt".to_owned(), bytes);
    folder
}
