//! Without JavaScript everything works: searching, filtering, paging, writing.

use browser::{Visit, record};
use newsroom::checked::Check;

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_one_can_search_filter_turn_pages_and_write() {
    let visit = Visit::start().await;
    let browser = &visit.browser;
    browser.forbid_scripts().await;
    browser.open("data:text/html,<title>off</title><script>document.title='on'</script>").await;
    assert_eq!(browser.title().await, "off", "scripts are not forbidden");

    visit.open("/suche").await;
    browser.write_into("main input[name=q]", "Kongress").await;
    browser.click("main form [type=submit], main form button").await;
    assert!(browser.path().await.starts_with("/suche?q=Kongress"));
    assert!(browser.count("main a[href^='/veranstaltungen/kongress']").await > 0, "the search finds nothing");

    visit.open("/veranstaltungen").await;
    let all = browser.count("main a[href^='/veranstaltungen/']").await;
    browser.write_into(".filters select[name=jahr]", "2018").await;
    browser.click(".filters button").await;
    assert!(browser.path().await.contains("jahr=2018"));
    assert!(browser.count("main a[href^='/veranstaltungen/']").await < all, "the filter leaves everything");

    visit.open("/faden/woher/projekte/ruhr-konferenz").await;
    browser.click("a[rel=next]").await;
    assert!(browser.path().await.contains("seite=2"));

    visit.open("/kontakt").await;
    let form = browser.path().await;
    browser.write_into("form[method=post] select", "06 Change Management").await;
    browser.write_into("form[method=post] textarea", "Wir möchten dabei sein.").await;
    visit.send().await;
    assert_eq!(browser.path().await, form, "the form takes a message without address");
    browser.write_into("form[method=post] input[type=email]", "besuch@schule.example").await;
    visit.send().await;
    assert_ne!(browser.path().await, form, "the form was not sent");
    assert_eq!(browser.count("h1").await, 1);
    let views = 8;
    visit.end().await;
    record::settle(Check::Plain, views, Vec::new());
}
