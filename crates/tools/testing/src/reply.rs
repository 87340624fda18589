//! Answers of the application, and pages as a browser parses them.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use scraper::{Html, Selector};

/// An answer.
#[derive(Debug)]
pub struct Reply {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub bytes: Vec<u8>,
}

impl Reply {
    /// Takes an answer in.
    pub async fn read(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 64 << 20).await.expect("a whole body");
        Self { status: parts.status, headers: parts.headers, bytes: bytes.to_vec() }
    }

    /// A header as text; empty if it is missing.
    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a readable header"))
    }

    /// The body as a page.
    pub fn page(&self) -> Page {
        assert_eq!(self.header(header::CONTENT_TYPE), "text/html; charset=utf-8");
        let source = String::from_utf8(self.bytes.clone()).expect("UTF-8");
        Page { html: Html::parse_document(&source), source }
    }
}

/// A parsed page.
pub struct Page {
    /// As a browser parses it.
    pub html: Html,
    /// As it was sent.
    pub source: String,
}

impl Page {
    /// The texts of all elements that a selector finds, with folded white space.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a sound selector");
        self.html.select(&selector).map(|element| folded(&element.text().collect::<String>())).collect()
    }

    /// The text of the one element that a selector finds.
    pub fn text(&self, selector: &str) -> String {
        let texts = self.texts(selector);
        assert_eq!(texts.len(), 1, "{selector} finds {texts:?}");
        texts.into_iter().next().unwrap_or_default()
    }

    /// The values of an attribute of all elements that a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a sound selector");
        self.html.select(&selector).filter_map(|element| element.attr(name)).map(ToOwned::to_owned).collect()
    }
}

/// Text with single spaces.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
