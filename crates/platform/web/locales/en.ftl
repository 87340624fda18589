# The frame of every page
frame-preview = Preview
frame-preview-back = Back to editing
frame-skip = Skip to content
frame-demonstration = A demonstration from public sources, not a service of the initiative itself.
frame-demonstration-more = Who is behind it
frame-menu = Menu
frame-menu-label = Main menu
frame-other-language = Deutsch
frame-languages = Languages
frame-notice = Notice and languages
frame-easy = Leichte Sprache
frame-signed = German Sign Language (video)
frame-search = Search
frame-search-label = Search the whole site
frame-search-submit = Search
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
error-forbidden-title = This form did not come from our site.
error-forbidden-text = For your protection we only accept forms that you filled in on this website. Please open the form here and send it once more.
error-slow-title = That took too long.
error-slow-text = What you sent did not arrive completely. Check your connection, go back in your browser and send once more.
error-too-large-title = That is too much at once.
error-too-large-text = What you sent is longer than we accept. Go back in your browser, shorten the text and send once more.
error-busy-title = There is a lot going on right now.
error-busy-text = As many files are arriving at once as we can take. Yours has not reached us yet. Go back in your browser and send once more in a minute.
error-no-form-title = This is no form of ours.
error-no-form-text = Here we only accept what a form of this website sends. Please open the page with the form anew.
error-cut-off-title = The form has not arrived completely.
error-cut-off-text = Its end is missing. So we have saved nothing and changed nothing. Go back in your browser, what you wrote is still there. Then send the form once more.
error-too-long-title = This address is too long.
error-too-long-text = The address or what your browser sends along is longer than we read. Please open the page from the home page. If the error stays, delete the cookies of this website in your browser.
error-broken-again = The fault is ours: we could not safely store what you sent just now. Nothing is lost, it stands below. Please wait a minute and send it again. If it still does not work, keep your text, write to us and name the reference.
error-too-large-again = What you sent is longer than we accept. Nothing is lost, it stands below. Shorten the text and send it again.
error-again-title = What you sent
error-again-field = Text { $number }
error-again-send = Send again
error-id = Reference: { $id }
error-home = To the home page
error-search = Search here
error-contact = Get in touch

# Forms
form-window-title = Error: { $title }
form-required = required
form-optional = optional
form-error = Error:
form-honeypot = Please leave this field empty
form-unlisted = { $value } (no longer in the list)
form-colour-pick = choose a colour
form-colour-readable = Contrast 0 : 1, easy to read
form-colour-weak = Contrast 0 : 1, too weak (4.5 : 1 is needed)
form-faults = { $count ->
    [one] One entry is missing or not right
   *[other] { $count } entries are missing or not right
}
form-faults-text = Nothing has been sent yet. What you wrote is in the form below.
form-faults-desk = Nothing has happened yet. Please change what is named here; what you wrote is still in the form.
form-again = Please send once more
form-too-fast = That was very fast. To keep programs from writing to us, please wait three seconds and send once more. What you wrote is still there.
form-honeypot-filled = A field that people do not see was filled in. Some programs that fill in forms in the browser do that. We have emptied it. Please send once more. What you wrote is still there.
form-no-ticket = We could not tell where the form came from. Please check what you wrote and send once more. It is still there.
form-wait = Please wait a little
form-wait-text = { $count ->
    [one] Very much came at once, so nothing has been sent yet. Please send again in one minute. What you wrote is in the form below; just leave this page open.
   *[other] Very much came at once, so nothing has been sent yet. Please send again in { $count } minutes. What you wrote is in the form below; just leave this page open.
}
form-wait-else = If it is urgent, please write to
form-wait-phone = or call
form-to-button = Go to the send button

# dynamic: date-fault-*
date-fault-empty = Please write when it was or will be, for example “20 September 2018”.
date-fault-too-long = That is too long for a date. Please write it shorter, for example “autumn 2020”.
date-fault-unclear = We do not understand “{ $about }” here. Write for example “20 September 2018”, “autumn 2020” or “since 2018”.
date-fault-unfinished = Something is missing here. Please complete the date, for example “20 to 21 September 2018”.
date-fault-short-year = “{ $about }” is not a year here. Please write the year with four digits.
date-fault-no-year = Please write the year as well.
date-fault-no-such-day = “{ $about }” does not exist. Please check day and month.
date-fault-no-such-time = “{ $about }” is not a time of day. Write for example “9:30”.
date-fault-time-without-day = A time of day needs an exact day, for example “20 September 2018, 9 am”.
date-fault-about-time = We cannot record an approximate time of day. Leave out “{ $about }”, or write the time in the text.
date-fault-starts-late = The day ends at 24:00. Write “0:00” and the next day, or “until 24:00”.
date-fault-several-times = There are several times of day here. Write one that holds for all days, for example “20 to 21 September 2018, 9 am to 4 pm”.
date-fault-no-week = A week is from Monday to Sunday. Write for example “week 38/2026”, or the days without “week”.
date-fault-backwards = The end is before the beginning.
date-fault-day-or-month = In “{ $about }” it is not clear which is the day and which the month. Please write the month as a word.
date-fault-winter = Winter covers two years. Write for example “winter 2018/19” if you mean { $about }.
date-fault-semester = Terms begin at different times. Please write the months, for example “April to September 2019”.
date-fault-decade = We cannot record part of a decade. Please write the years, for example “2017–2019”.
date-fault-two-dates = These are two separate dates. Write “… to …” if it is a period, or make two entries.
date-fault-weekday = That day is another day of the week: { $about }. Please check the date.
