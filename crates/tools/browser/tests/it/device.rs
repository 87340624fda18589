//! Pages store nothing on the device and load nothing from other sites.

use browser::{Visit, checks, record};
use newsroom::checked::Check;

#[tokio::test(flavor = "multi_thread")]
async fn no_page_keeps_anything_on_the_device_or_asks_anybody_else() {
    let visit = Visit::start().await;
    let (views, findings) = visit.look(checks::frugal).await;
    visit.end().await;
    record::settle(Check::Frugal, views, findings);
}
