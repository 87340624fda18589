//! A minimal HTTP client for the identity provider: one request, one answer, no redirects, bounded in time
//! and size.
//!
//! hyper and rustls are in the program anyway; a client that does more would bring a tree of its own.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use axum::body::{Body, to_bytes};
use axum::http::{HeaderValue, header};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use services::jobs::BoxFuture;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// Timeout of a request to the provider.
const PROVIDER_TIMEOUT: Duration = Duration::from_secs(10);
/// Largest answer, in bytes.
const LARGEST: usize = 1 << 20;

/// The HTTP client with its trusted certificates.
#[derive(Clone)]
pub(super) struct Trust(Arc<ClientConfig>);

/// An error of the client; the library wants a type of its own.
#[derive(Debug, thiserror::Error)]
#[error("{0:#}")]
pub(super) struct Failure(anyhow::Error);

impl Trust {
    /// Trusts the certificates that this machine trusts.
    ///
    /// # Errors
    /// If TLS cannot be set up.
    pub(super) fn of_this_machine() -> anyhow::Result<Self> {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        // Named explicitly, so that it does not depend on the features of other dependencies.
        let ring = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(ring).with_safe_default_protocol_versions()?;
        Ok(Self(Arc::new(config.with_root_certificates(roots).with_no_client_auth())))
    }
}

impl std::fmt::Debug for Trust {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Trust")
    }
}

/// Sends a request and reads the answer.
impl<'c> AsyncHttpClient<'c> for Trust {
    type Error = Failure;
    type Future = BoxFuture<'c, Result<HttpResponse, Failure>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            match tokio::time::timeout(PROVIDER_TIMEOUT, exchange(self, request)).await {
                Ok(answer) => answer.map_err(Failure),
                Err(_) => Err(Failure(anyhow::anyhow!("the provider took too long"))),
            }
        })
    }
}

async fn exchange(trust: &Trust, request: HttpRequest) -> anyhow::Result<HttpResponse> {
    let uri = request.uri().clone();
    let host = uri.host().context("an address without a host")?.to_owned();
    let is_secure = uri.scheme_str() == Some("https");
    let port = uri.port_u16().unwrap_or(if is_secure { 443 } else { 80 });
    let stream = TcpStream::connect((host.trim_matches(['[', ']']), port)).await.context("no connection")?;
    if is_secure {
        let name = ServerName::try_from(host).context("a host without a name")?;
        let stream = TlsConnector::from(Arc::clone(&trust.0)).connect(name, stream).await.context("no TLS")?;
        over(stream, request).await
    } else {
        over(stream, request).await
    }
}

async fn over<S>(stream: S, request: HttpRequest) -> anyhow::Result<HttpResponse>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    let connection = tokio::spawn(connection);
    let (mut parts, body) = request.into_parts();
    let authority = parts.uri.authority().context("an address without a host")?.as_str();
    parts.headers.insert(header::HOST, HeaderValue::from_str(authority)?);
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    parts.uri = path.parse()?;
    let answer = sender.send_request(hyper::Request::from_parts(parts, Body::from(body))).await?;
    if answer.status().is_redirection() {
        connection.abort();
        bail!("the provider sends us elsewhere");
    }
    let (parts, body) = answer.into_parts();
    let body = to_bytes(Body::new(body), LARGEST).await;
    connection.abort();
    Ok(HttpResponse::from_parts(parts, body?.to_vec()))
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpListener;

    use super::*;

    /// Answers one connection with these bytes, whatever it asks; returns its port.
    async fn server(answer: Vec<u8>) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let _ = stream.read(&mut [0; 1024]).await;
            // The client may have closed the connection when it had read enough.
            let _ = stream.write_all(&answer).await;
        });
        port
    }

    async fn ask(scheme: &str, answer: impl Into<Vec<u8>>) -> Result<Vec<u8>, String> {
        let port = server(answer.into()).await;
        let request = axum::http::Request::get(format!("{scheme}://127.0.0.1:{port}/x?y=z")).body(Vec::new()).unwrap();
        let answer = Trust::of_this_machine().unwrap().call(request).await;
        answer.map(HttpResponse::into_body).map_err(|failure| failure.to_string())
    }

    #[tokio::test]
    async fn answer_is_taken_whole_and_within_bounds() {
        let with = |length: usize| {
            [format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n").into_bytes(), vec![b'a'; length]].concat()
        };
        assert_eq!(ask("http", with(5)).await.unwrap(), b"aaaaa");
        assert_eq!(ask("http", with(LARGEST)).await.unwrap().len(), LARGEST);
        assert!(ask("http", with(LARGEST + 1)).await.is_err());
    }

    #[tokio::test]
    async fn redirects_and_servers_without_tls_are_refused() {
        let elsewhere = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";
        assert_eq!(ask("http", elsewhere).await.unwrap_err(), "the provider sends us elsewhere");
        let plain = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        assert!(ask("https", plain).await.unwrap_err().starts_with("no TLS"));
    }
}
