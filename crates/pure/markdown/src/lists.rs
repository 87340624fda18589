//! Numbered lists: only numbers that count from one make a list.
//!
//! `CommonMark` makes a list of any number and removes the number: "20. September 2018" loses its day. Here a
//! list begins with `1.` (or `0.`), continues with the next number or an earlier one, and has at least two items,
//! or one that holds more than a paragraph. All other numbers stay in the text as they were typed, and so do
//! dates, even of the first day of a month.

use comrak::Arena;
use comrak::nodes::{ListDelimType, ListType, Node, NodeList, NodeValue};

use edtf::is_month;

/// Turns numbered items that are no list back into paragraphs. `source` is the text that was parsed.
pub(super) fn count_from_one<'a>(arena: &'a Arena<'a>, root: Node<'a>, source: &str) {
    let lists: Vec<(Node<'a>, NodeList)> =
        root.descendants().filter_map(|node| Some((node, ordered(&node.data().value)?))).collect();
    if lists.is_empty() {
        return;
    }
    let lines: Vec<&str> = source.lines().collect();
    // Inner lists come first: "1. 9. 2018" is a list within a list until then.
    for (node, list) in lists.into_iter().rev() {
        let items: Vec<Item<'a, '_>> = node.children().map(|item| Item::read(item, list, &lines)).collect();
        let counted = counted(&items);
        if !counted.iter().all(|counts| *counts) {
            rebuild(arena, node, list, items.iter().zip(counted));
        }
    }
}

fn ordered(value: &NodeValue) -> Option<NodeList> {
    match value {
        NodeValue::List(list) if list.list_type == ListType::Ordered => Some(*list),
        _ => None,
    }
}

/// An item of a list with its appearance in the source.
struct Item<'a, 's> {
    node: Node<'a>,
    number: usize,
    /// The number with its delimiter, as it was typed.
    mark: std::borrow::Cow<'s, str>,
    is_date: bool,
    /// True if the line above it is not blank.
    follows_line: bool,
}

impl<'a, 's> Item<'a, 's> {
    fn read(node: Node<'a>, list: NodeList, lines: &[&'s str]) -> Self {
        let (start, number) = match &node.data() {
            data if let NodeValue::Item(item) = &data.value => (data.sourcepos.start, item.start),
            data => (data.sourcepos.start, 0),
        };
        let sign = if list.delimiter == ListDelimType::Paren { ')' } else { '.' };
        let line = lines.get(start.line.wrapping_sub(1)).and_then(|line| line.get(start.column.wrapping_sub(1)..));
        let end = line.and_then(|line| line.find(sign)).filter(|end| *end > 0);
        let typed = line.zip(end).map(|(line, end)| line.split_at(end + 1));
        let typed = typed.filter(|(mark, _)| mark[..mark.len() - 1].bytes().all(|digit| digit.is_ascii_digit()));
        let above = lines.get(start.line.wrapping_sub(2)).copied().unwrap_or_default();
        Self {
            node,
            number,
            mark: typed.map_or_else(|| format!("{number}{sign}").into(), |(mark, _)| mark.into()),
            is_date: typed.is_some_and(|(_, text)| goes_on_as_date(text)),
            follows_line: !above.trim_matches([' ', '\t', '>']).is_empty(),
        }
    }

    /// True if it contains only one paragraph.
    fn is_simple(&self) -> bool {
        self.node.first_child().is_none_or(|first| is_paragraph(first) && first.next_sibling().is_none())
    }
}

/// True if the text behind the number of a day begins with the name or the number of a month. In "1. 9. November" the
/// second number is a day of its own.
fn goes_on_as_date(text: &str) -> bool {
    let (word, behind) = first_word(text);
    is_month(word)
        || word.len() <= 2
            && word.parse::<u8>().is_ok_and(|number| (1..=12).contains(&number))
            && behind.strip_prefix('.').is_some_and(|behind| !is_month(first_word(behind).0))
}

/// The first word of a text, without the marks before it, and the text behind it.
fn first_word(text: &str) -> (&str, &str) {
    let text = text.trim_start_matches([' ', '\t', '*', '_', '[']);
    text.split_at(text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len()))
}

/// For each item, true if it belongs to a list.
fn counted(items: &[Item<'_, '_>]) -> Vec<bool> {
    let mut counted = Vec::with_capacity(items.len());
    let mut last: Option<usize> = None;
    let mut begin = 0;
    let end_run = |counted: &mut Vec<bool>, begin: usize| {
        if let [only] = &mut counted[begin..]
            && items[begin].is_simple()
        {
            *only = false;
        }
    };
    for item in items {
        let follows = last.is_some_and(|last| item.number <= last + 1 && (!item.is_date || item.number == last + 1));
        if follows || item.number <= 1 && !item.is_date {
            if last.is_none() {
                begin = counted.len();
            }
            counted.push(true);
            last = Some(last.unwrap_or_default().max(item.number));
            continue;
        }
        if last.take().is_some() {
            end_run(&mut counted, begin);
        }
        counted.push(false);
    }
    if last.is_some() {
        end_run(&mut counted, begin);
    }
    counted
}

/// Replaces a list by lists of the items that count, and by paragraphs of those that do not.
fn rebuild<'a, 'i, 's: 'i>(
    arena: &'a Arena<'a>,
    node: Node<'a>,
    list: NodeList,
    items: impl Iterator<Item = (&'i Item<'a, 's>, bool)>,
) where
    'a: 'i,
{
    let mut current: Option<Node<'a>> = None;
    for (item, counts) in items {
        if counts {
            let into = *current.get_or_insert_with(|| {
                let part = arena.alloc(NodeValue::List(NodeList { start: item.number, ..list }).into());
                node.insert_before(part);
                part
            });
            into.append(item.node);
        } else {
            current = None;
            as_text(arena, node, item);
        }
    }
    node.detach();
}

/// Moves the content of an item before a node, and puts the item's number before the content.
fn as_text<'a>(arena: &'a Arena<'a>, before: Node<'a>, item: &Item<'a, '_>) {
    let text = |text: String| arena.alloc(NodeValue::Text(text.into()).into());
    let first = item.node.first_child().filter(|first| is_paragraph(first));
    let paragraph = first.unwrap_or_else(|| {
        let empty = arena.alloc(NodeValue::Paragraph.into());
        item.node.prepend(empty);
        empty
    });
    let blank = if paragraph.first_child().is_some() { " " } else { "" };
    paragraph.prepend(text(format!("{}{blank}", item.mark)));
    let above = before.previous_sibling().filter(|above| item.follows_line && is_paragraph(above));
    if let Some(above) = above {
        above.append(arena.alloc(NodeValue::SoftBreak.into()));
        above.extend(paragraph.children().collect::<Vec<_>>());
        paragraph.detach();
    }
    for node in item.node.children().collect::<Vec<_>>() {
        before.insert_before(node);
    }
}

fn is_paragraph(node: Node<'_>) -> bool {
    matches!(node.data().value, NodeValue::Paragraph)
}
