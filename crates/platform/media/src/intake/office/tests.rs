//! Tests of office files: accepted ones, and those refused by their content under any name.

use super::*;
use crate::samples::archive;

const TYPES: &[u8] = b"<Types><Default Extension='xml' ContentType='application/xml'/></Types>";
/// The signature of old office files, in which macros and foreign objects are stored.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on";

/// A Word text with one additional part.
fn with(part: &str, bytes: &[u8]) -> Result<FileType, Refusal> {
    check(&archive(&[("[Content_Types].xml", TYPES), ("word/document.xml", b"<w:document/>"), (part, bytes)]))
}

/// A Word text with this body.
fn text(body: &str) -> Result<FileType, Refusal> {
    check(&archive(&[("[Content_Types].xml", TYPES), ("word/document.xml", format!("<w:p>{body}</w:p>").as_bytes())]))
}

/// An `OpenDocument` text with this body.
fn open_text(body: &str) -> Result<FileType, Refusal> {
    let content = format!("<office:document-content>{body}</office:document-content>");
    check(&archive(&[("mimetype", FileType::Odt.media_type().as_bytes()), ("content.xml", content.as_bytes())]))
}

/// A Word text with a relation to an external target.
fn relation(kind: &str, target: &str) -> Result<FileType, Refusal> {
    let relation = format!("<r:Relationship Id='a' Type='http://x/{kind}' Target='{target}' TargetMode='External'/>");
    with("word/_rels/settings.xml.rels", format!("<r:Relationships>{relation}</r:Relationships>").as_bytes())
}

#[test]
fn macros_are_refused_under_any_name() {
    assert_eq!(with("word/vbaProject.bin", b"x"), Err(Refusal::Macros));
    assert_eq!(with("word/vba.dat", OLE), Err(Refusal::Macros));
    for kind in [
        "application/vnd.ms-office.vbaProject",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.ms-excel.macrosheet+xml",
        "application/vnd.ms-office.activeX+xml",
    ] {
        let types = format!("<Types><Override PartName='/word/harmless.png' ContentType='{kind}'/></Types>");
        let office = archive(&[("[Content_Types].xml", types.as_bytes()), ("word/document.xml", b"<w/>")]);
        assert_eq!(check(&office), Err(Refusal::Macros), "{kind}");
    }
    let relation = b"<R><Relationship Type='http://schemas.microsoft.com/office/2006/relationships/vbaProject' Target='a.png'/></R>";
    assert_eq!(with("word/_rels/document.xml.rels", relation), Err(Refusal::Macros));
    assert_eq!(
        with("ppt/slides/a.xml", b"<a:hlinkClick action='ppaction://program?file=a.exe'/>"),
        Err(Refusal::Macros)
    );
    assert_eq!(with("ppt/slides/a.xml", b"<a:hlinkClick action='ppaction://hlinksldjump'/>"), Ok(FileType::Docx));
    for body in [
        "<office:scripts><office:script script:language='ooo:Basic'/></office:scripts>",
        "<script:event-listener script:language='ooo:script' xlink:href='x'/>",
        "<x:event-listener x:macro-name='a'/>",
        "<text:a xlink:href='vnd.sun.star.script:Standard.Module1.Main'/>",
        "<presentation:event-listener presentation:action='execute'/>",
        "<draw:applet/>",
    ] {
        assert_eq!(open_text(body), Err(Refusal::Macros), "{body}");
    }
    assert_eq!(
        open_text("<office:scripts/><presentation:event-listener presentation:action='next-page'/>"),
        Ok(FileType::Odt)
    );
}

#[test]
fn objects_of_other_programs_are_refused_and_office_files_inside_are_judged() {
    assert_eq!(with("word/embeddings/oleObject1.bin", OLE), Err(Refusal::ForeignObject));
    assert_eq!(with("word/media/image7.png", OLE), Err(Refusal::ForeignObject));
    assert_eq!(relation("oleObject", "file:///c:/a.xls"), Err(Refusal::ForeignObject));
    assert_eq!(with("word/embeddings/a.zip", &archive(&[("a.txt", b"a")])), Err(Refusal::ForeignObject));
    let sheet = |part: &str, bytes: &[u8]| {
        let workbook = [("[Content_Types].xml", TYPES), ("xl/workbook.xml", b"<w/>".as_slice()), (part, bytes)];
        archive(&workbook)
    };
    // The embedded table of a chart.
    let table = "word/embeddings/Microsoft_Excel_Worksheet.xlsx";
    assert_eq!(with(table, &sheet("xl/a.xml", b"<a/>")), Ok(FileType::Docx));
    assert_eq!(with(table, &sheet("xl/vbaProject.bin", b"x")), Err(Refusal::Macros));
    assert_eq!(with(table, &sheet("xl/a.xlsx", &sheet("xl/a.xml", b"<a/>"))), Err(Refusal::Bomb));
}

/// The template of an administration lies on a drive: its name in a text is harmless, and refusing it would refuse
/// most texts from there.
#[test]
fn what_is_fetched_when_the_file_is_opened_is_refused_and_links_to_follow_are_not() {
    for (kind, target) in [
        ("attachedTemplate", "https://ort.example/a.dotm"),
        ("attachedTemplate", "\\\\server\\vorlagen\\a.dotm"),
        ("attachedTemplate", "h&#116;tps://ort.example/a.dotm"),
        ("image", "http://ort.example/a.png"),
        ("externalLinkPath", "https://ort.example/a.xlsx"),
        ("frame", "mhtml:https://ort.example/a"),
    ] {
        assert_eq!(relation(kind, target), Err(Refusal::Fetches), "{kind} {target}");
    }
    for (kind, target) in [
        ("hyperlink", "https://ort.example/"),
        ("hyperlink", "mailto:a@ort.example"),
        ("attachedTemplate", "file:///C:\\Vorlagen\\Brief.dotx"),
        ("attachedTemplate", "Normal.dotm"),
        ("externalLinkPath", "Haushalt%202026.xlsx"),
    ] {
        assert_eq!(relation(kind, target), Ok(FileType::Docx), "{kind} {target}");
    }
    assert_eq!(open_text("<draw:image xlink:href='https://ort.example/a.png'/>"), Err(Refusal::Fetches));
    assert_eq!(open_text("<text:section-source xlink:href='//server/a.odt'/>"), Err(Refusal::Fetches));
    assert_eq!(
        open_text("<draw:image xlink:href='Pictures/a.png'/><text:a xlink:href='https://ort.example'/>"),
        Ok(FileType::Odt)
    );
}

#[test]
fn fields_that_ask_another_program_are_refused_however_they_are_cut() {
    for body in [
        "<w:fldSimple w:instr=' DDEAUTO c:\\\\a.exe x'/>",
        "<w:r><w:instrText> DDE Excel a</w:instrText></w:r>",
        "<w:r><w:instrText>DD</w:instrText></w:r><w:r><w:rPr><w:b/></w:rPr><w:instrText>EAUTO x</w:instrText></w:r>",
        "<w:r><w:instrText>&#68;D&#x45; x</w:instrText></w:r>",
    ] {
        assert_eq!(text(body), Err(Refusal::Fetches), "{body}");
    }
    for body in [
        "<w:r><w:instrText> PAGE </w:instrText></w:r><w:t>DDEAUTO is a field</w:t>",
        "<w:fldSimple w:instr='TOC \\o'/>",
        "<w:t>Die DDE</w:t>",
    ] {
        assert_eq!(text(body), Ok(FileType::Docx), "{body}");
    }
    let links = b"<externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'/></externalLink>";
    assert_eq!(with("xl/externalLinks/externalLink1.xml", links), Err(Refusal::Fetches));
    assert_eq!(open_text("<office:dde-source office:dde-application='soffice'/>"), Err(Refusal::Fetches));
}

#[test]
fn markup_that_cannot_be_judged_is_refused_within_bounds() {
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("<w:document/>".bytes().flat_map(|byte| [byte, 0])).collect();
    assert_eq!(with("word/a.xml", &wide), Err(Refusal::BrokenOffice));
    assert_eq!(with("word/a.xml", &wide[2..]), Err(Refusal::BrokenOffice));
    let blanks = [&b" ".repeat(2_000)[..], b"<externalLink><ddeLink/></externalLink>"].concat();
    assert_eq!(with("xl/a.dat", &blanks), Err(Refusal::Fetches));
    assert_eq!(with("word/a.xml", b"<!DOCTYPE a [<!ENTITY b 'DDE'>]><a/>"), Err(Refusal::BrokenOffice));
    assert_eq!(with("word/a.xml", b"<a><b></a>"), Err(Refusal::BrokenOffice));
    assert_eq!(with("word/a.xml", b"<a x='1' x='2'/>"), Err(Refusal::BrokenOffice));
    assert_eq!(with("word/a.xml", &b"<a>".repeat(5_000)), Err(Refusal::Bomb));
    assert_eq!(with("word/a.xml", "\u{feff}<a/>".as_bytes()), Ok(FileType::Docx));
}
