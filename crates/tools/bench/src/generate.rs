//! Generates a big initiative, the same on every machine: the shipped one, plus entries that are
//! spread over all kinds, years, towns and fields and connected by links that run forward in time.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use archive::Folder;

/// A pseudorandom generator, so that every machine makes the same content.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    /// A number below `bound` (splitmix64; the tiny bias does not matter here).
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap_or(0)
    }

    /// One of the choices.
    pub(crate) fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

const FIELDS: [&str; 6] = [
    "digitalisierung",
    "potenzialfoerderung",
    "quartiersentwicklung",
    "vielfalt",
    "innovationslabore",
    "change-management",
];
const TOWNS: [&str; 8] =
    ["05113000", "05112000", "05913000", "05911000", "05513000", "05512000", "05954036", "05170024"];
const BODIES: [&str; 4] = ["ruhrfutur", "regionalverband-ruhr", "talentmetropole-ruhr", "stiftung-mercator"];
/// The folder and the own table of the kinds with many entries in reality.
const KINDS: [(&str, &str); 12] = [
    ("veranstaltungen", "[event]\nformat = \"workshop\"\norganisers = [{ body = \"BODY\", role = \"organiser\" }]\n"),
    ("projekte", "[outcome]\nstatus = \"in_progress\"\nparties = [{ body = \"BODY\", role = \"lead\" }]\n"),
    ("verabredungen", "[outcome]\nstatus = \"open\"\nparties = [{ body = \"BODY\", role = \"promised_by\" }]\n"),
    ("aktuelles", ""),
    ("leitfragen", "[outcome]\nstatus = \"open\"\n"),
    ("papiere", "[outcome]\nstatus = \"published\"\nparties = [{ body = \"BODY\", role = \"author\" }]\n"),
    ("empfehlungen", "[outcome]\nstatus = \"handed_over\"\nparties = [{ body = \"BODY\", role = \"author\" }]\n"),
    ("dokumentation", "[document]\nformat = \"report\"\n"),
    ("meilensteine", ""),
    ("presse", "[press_release]\nissuers = [\"BODY\"]\n"),
    ("projektideen", "[outcome]\nstatus = \"open\"\n"),
    (
        "mitwirkende",
        "[body]\nsector = \"education\"\nstages = [\"primary\"]\nroles = [{ role = \"participant\", scope = \"initiative\" }]\n",
    ),
];

/// The shipped initiative with `entries` more entries and `links` more links.
///
/// # Errors
/// If the shipped content cannot be read.
pub(crate) fn folder(entries: usize, links: usize) -> anyhow::Result<Folder> {
    let mut folder = Folder::embedded()?;
    let mut numbers = Numbers(2017);
    let names: Vec<(usize, String)> = (0..entries)
        .map(|number| (number % KINDS.len(), format!("{}/eintrag-{number:06}", KINDS[number % KINDS.len()].0)))
        .collect();
    let mut outgoing: Vec<Vec<usize>> = vec![Vec::new(); entries];
    let mut made = 0;
    while made < links {
        let from = numbers.below(entries - 1);
        // Mostly to entries soon after, sometimes far ahead, as in reality.
        let reach = if numbers.below(10) == 0 { entries - from - 1 } else { (entries - from - 1).min(200) };
        let to = from + 1 + numbers.below(reach);
        if !outgoing[from].contains(&to) {
            outgoing[from].push(to);
            made += 1;
        }
    }
    for (number, (kind, name)) in names.iter().enumerate() {
        let text = entry(&mut numbers, number, *kind, &outgoing[number], &names);
        folder.0.insert(format!("{name}.md"), text);
        let english = format!("+++\ntitle = \"Entry {number}\"\nsummary = \"A generated entry.\"\n+++\n");
        folder.0.insert(format!("{name}.en.md"), english);
    }
    Ok(folder)
}

/// Adds a milestone `weg-NNNN` with exactly `ancestors` ancestors: each of them leads to two, which
/// meet again in one.
pub(crate) fn add_long_way(folder: &mut Folder, ancestors: usize) {
    for number in 0..=ancestors {
        let mut text = format!(
            "+++\ntitle = \"Schritt {number}\"\nsummary = \"Ein Schritt eines langen Weges.\"\n\
             when = \"{}-{:02}-{:02}\"\ncertainty = \"fixed\"\nupdated = \"2026-11-23T12:00:00Z\"\n\n",
            2000 + number / 336,
            1 + number % 336 / 28,
            1 + number % 28
        );
        let next = match number % 3 {
            0 => vec![number + 1, number + 2],
            1 => vec![number + 2],
            _ => vec![number + 1],
        };
        // The last ones have no other successors, so they lead to the milestone itself.
        for to in next.into_iter().map(|to| to.min(ancestors)).filter(|to| *to > number).collect::<BTreeSet<_>>() {
            let _ = write!(text, "[[links]]\nrelation = \"led_to\"\nto = \"meilensteine/weg-{to:04}\"\n\n");
        }
        text.push_str("+++\n");
        folder.0.insert(format!("meilensteine/weg-{number:04}.md"), text);
    }
}

fn entry(numbers: &mut Numbers, number: usize, kind: usize, outgoing: &[usize], names: &[(usize, String)]) -> String {
    let (year, month, day) = (2000 + number * 20 / names.len(), 1 + numbers.below(12), 1 + numbers.below(28));
    let body = numbers.pick(&BODIES);
    let mut text = format!(
        "+++\ntitle = \"Eintrag {number}\"\nsummary = \"Ein erzeugter Eintrag, der zeigt, wie schnell alles bleibt.\"\n\
         when = \"{year}-{month:02}-{day:02}\"\ncertainty = \"fixed\"\nfields = [\"{}\"]\nmunicipality = \"{}\"\nsources = [\"seed\"]\n\
         updated = \"2026-11-23T12:00:00Z\"\n\n{}\n",
        numbers.pick(&FIELDS),
        numbers.pick(&TOWNS),
        KINDS[kind].1.replace("BODY", body),
    );
    let _ = write!(
        text,
        "[[claims]]\nkind = \"attended\"\nvalue = {}\nqualifier = \"about\"\nunit = \"people\"\nsource = \"seed\"\n\n",
        10 + numbers.below(900)
    );
    for to in outgoing {
        let _ = write!(text, "[[links]]\nrelation = \"led_to\"\nto = \"{}\"\nsource = \"seed\"\n\n", names[*to].1);
    }
    text.push_str("+++\n\nDie Menschen in der Region arbeiten zusammen. Hier steht, was sie vereinbart haben.\n\n* Erstens\n* Zweitens\n");
    text
}
