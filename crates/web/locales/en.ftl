# The frame of every page
frame-skip = Skip to content
frame-demonstration = A demonstration from public sources, not a service of the initiative itself.
frame-demonstration-more = Who is behind it
frame-menu = Menu
frame-menu-label = Main menu
frame-other-language = Deutsch
frame-languages = Languages
frame-easy = Leichte Sprache
frame-stand = As of
frame-questions = Questions?
frame-more = Read on
frame-legal = Legal
frame-can-do = What can I do?
frame-can-do-write = General enquiries to the editors:
frame-crumbs = You are here
frame-start = Home
frame-pager = Pages
frame-pager-previous = Back
frame-pager-next = Next
frame-pager-here = Page { $number } of { $pages }

# Error pages
error-not-found-title = The thread breaks here.
error-not-found-text = We find nothing at this address. It may be misspelt, or the page is not public. The home page leads on.
error-broken-title = One of our threads has snapped.
error-broken-text = The fault is ours. Please reload the page in a minute. If that does not help, write to us and name the reference.
error-refused-title = We do not understand this request.
error-refused-text = Your browser sent something we cannot read. It is best to open the page anew, from the home page.
error-id = Reference: { $id }
error-home = To the home page
error-contact = Get in touch
