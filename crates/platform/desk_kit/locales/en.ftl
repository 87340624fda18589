# Forms of the desk.

input-choice-withdrawn = { $title } (withdrawn)
input-in-german = German
input-in-english = English
input-nothing-chosen = not stated
input-choose = please choose
# dynamic: input-understood-*
input-understood-fixed = Understood as: { $words }
input-understood-expected = Understood as: { $words }. How certain: expected
input-understood-tentative = Understood as: { $words }. How certain: tentative
input-understood-reported = Understood as: { $words }. How certain: reported, not confirmed
input-search = Search
input-found = { $count ->
    [one] One entry fits. Is this the one?
   *[other] { $count } entries fit. Which one do you mean?
}
input-found-more = These are { $shown } of { $total }. If the right one is missing, type more of its title and search again.
input-found-nothing = We find no entry for this.
input-found-alike = { $count ->
    [one] Is it there already? This entry has nearly the same title. Choose it if you mean it.
   *[other] Is it there already? These { $count } entries have nearly the same title. Choose one if you mean it.
}
input-hit-draft = draft
input-hit-withdrawn = withdrawn
input-create = Create “{ $title }”
input-create-kind = Create “{ $title }” ({ $kind })
input-create-anyway = Create “{ $title }” all the same
input-create-which = Kind of the new entry
input-create-no-kind = Please choose what kind of entry it is to be.
input-create-out-of-reach = This entry would lie outside your area. Please ask an editor to create it.
input-created = “{ $title }” is there as a draft. You can write more about it later under “Entries”.
input-source-new = Add a new source
input-source-add = Add the source
input-source-title = Title of the source
input-source-title-hint = For example: newspaper report “New ways for schools”
input-source-day = Day of the source
input-source-day-hint = If it is known; it then stands behind the title.
input-source-address = Web address of the source
input-source-added = The source “{ $name }” is there and chosen here.
input-source-busy = Somebody is changing the sources just now. Please press again.
input-row-new = New row
input-row-add = Add row
input-row-remove = Remove row
input-row-up = Move up
input-row-down = Move down
input-row-copy = Copy row
input-withdrawn-why = Withdraw, because
input-withdrawn-why-hint = Fill in only if it is wrong. It then disappears, the reason is kept.
input-missing = Please fill in “{ $label }”.
input-missing-german = Please fill in “{ $label }” in German as well.
input-too-long = The text has { $count } characters. Up to { $most } are possible. Please shorten it.
input-too-many-rows = “{ $list }” has { $count } rows. More than { $most } are not possible. Please take some out, or begin a second entry.
input-no-ordinal = Please write a number from 1 to { $most }.
input-no-number = Please write a whole number, for example 3.
input-no-amount = Please write a number, for example 600 or 1.5.
input-no-hours = There is no room for a time of day here. Please take “{ $hours }” out of this field. If it matters, write it in the text.
input-no-certainty = Only the date can be recorded here. Please leave out how certain it is; “probably” and “around” are possible.
input-hours-differ = It says { $typed } here, but { $held } under “{ $label }”. Please keep only one of the two times.
input-hours-across = Start and end hold for every day. Please write only the days here. The hours of single days belong in the programme or in the text.
input-no-time = Please write a time of day, for example 9:30.
input-no-address = Please write the whole address, beginning with https://
input-no-video = Please write the whole address of the video, beginning with https://
input-no-choice = Please choose something from the list.
input-no-slug = The address consists of small letters, digits and single hyphens, for example congress-2018.
input-pick-several = { $count ->
    [one] One entry fits that has another title. Please choose it below, or type the whole title.
   *[other] Several entries fit. Please choose the right one below.
}
input-pick-nothing = We cannot find this entry. Write a part of its title and press “Search”.
difference-removed = deleted:
difference-added = new:
difference-end = end
input-text-too-long = The text has { $bytes } bytes, which is about as many characters. { $most } are possible, some 80 printed pages. Please divide it into several entries.
input-text-too-deep = In line { $line } more than { $most } quotations, lists or emphases stand within each other. Please write this passage more simply.
input-text-too-many-blocks = A text can have { $most } paragraphs, list items and table cells together; line { $line } is beyond that. Please divide the text, or add a table this large as a file.
input-text-too-many-pictures = A text can show { $most } pictures; there is one more in line { $line }. Please divide the text into several entries.
input-no-email = This is not an e-mail address. Please check it.

# The field for long texts
text-toolbar = Formatting
text-bold = Bold
text-italic = Italic
text-heading = Subheading
text-list = List
text-numbers = Numbered list
text-quote = Quotation
text-link = Link
text-table = Table
text-picture = Picture
text-file = File
text-upload-file = Upload a new file
text-cancel = Cancel
text-link-text = Text of the link
text-link-address = Search for an entry or type an address
text-link-put = Insert link
text-link-take = Remove link
text-link-none = This is not an address. Choose an entry from the list, or type an address such as www.essen.de.
text-link-found = Entries found:
text-table-columns = Columns
text-table-rows = Rows below the headings
text-table-put = Insert table
text-table-column = Column
text-preview = Preview beside the text
text-preview-title = Preview
text-dropped = Left out:
text-dropped-advice = Please add pictures one by one, with the “Picture” button or by dragging them into the field.
text-dropped-picture = a picture
text-dropped-pictures = pictures
text-dropped-embedded = an embedded object
text-dropped-embeddeds = embedded objects
text-dropped-comment = a comment
text-dropped-comments = comments
text-dropped-footnote = a footnote
text-dropped-footnotes = footnotes
text-dropped-deletion = a deleted passage
text-dropped-deletions = deleted passages
text-dropped-link = a link that others cannot open
text-dropped-links = links that others cannot open

input-save = Save
conflict-title = { $author } has saved in the meantime
conflict-text = Your text is not saved yet, and nothing is lost. The form below holds your version together with the other person’s changes. Check it and then save again.
conflict-taken = Taken over from the other person
conflict-combined = Put together: your text now holds paragraphs of the other person
conflict-contested = Changed by both. Which version should stay?
conflict-passage = a paragraph
conflict-theirs = Version by { $author }
conflict-mine = Your version
conflict-removed = removed
conflict-take-theirs = Take the version by { $author }
conflict-take-mine = Keep my version
conflict-take-both = Both, one below the other
conflict-settled = Everything is settled. Read the form once more and then save.
conflict-missed = You have changed this passage in the form meanwhile. Everything there stayed as it was.

# Register of personal data: kept by the platform itself
desk-personal-outbox = Recipients of e-mails, so that they arrive and their delivery can be checked
desk-personal-outbox-retention = 30 days
desk-personal-persons = People who work at the desk, so that they can sign in
desk-personal-persons-retention = Until an administrator deletes them, also while their access is locked
desk-personal-sessions = Devices on which people of the desk are signed in
desk-personal-sessions-retention = Until they sign out, or until the session ends
desk-personal-audit = Log of who did what at the desk
desk-personal-audit-retention = 396 days
desk-personal-jobs = Addresses in jobs that are not done yet, for example for a sign-in link
desk-personal-jobs-retention = Until the job is done or somebody dismisses it
desk-personal-passes = Who at the desk issued a personal link, and new e-mail addresses that are not confirmed yet
desk-personal-passes-retention = Until the link expires
desk-personal-history = Who wrote or published which version of an entry
desk-personal-history-retention = Permanently, so that the history stays readable
desk-personal-passkeys = Passkeys of people at the desk, with the names they gave them
desk-personal-passkeys-retention = Until the person removes the passkey
desk-personal-identities = A person’s identifier at the identity provider
desk-personal-identities-retention = Permanently, also while a person is disabled
desk-personal-versions = Who changed the settings, contacts or sources

# Texts that are not saved yet
unsent-shown = What stands here is not saved yet. Check it, then press “Save”.
unsent-offer = You have written something here and not saved it. It is kept, as of { $at }.
unsent-offer-title = You have begun “{ $title }” and not saved it. Your text is kept, as of { $at }.
presence-other = { $person } has had this form open since { $time }. If you both save, the texts are put together.
unsent-resume = Go on writing
unsent-drop = Discard
unsent-return = Keep it after all
unsent-kept = Kept at { $time }, not saved yet.
unsent-kept-here = No connection. Your text is kept in this browser. Please leave the page open and save later.
unsent-signed-out = You are no longer signed in. Your text is kept. When you save, you can sign in again and go on writing.
unsent-in-browser = In this browser there is text that was not saved, as of { $time }.
unsent-list = Not saved yet
unsent-list-text = { $count ->
    [one] What you have begun and not saved. Only you see it. After one day it is deleted.
   *[other] What you have begun and not saved. Only you see it. After { $count } days it is deleted.
}
unsent-none = There is nothing here: all that you have written is saved.
unsent-column-title = About
unsent-column-at = As of
unsent-column-act = Discard or keep
unsent-is-dropped = discarded
unsent-untitled = without a title
unsent-dropped = Discarded. Until it is deleted you can still open it here, or keep it after all.
unsent-returned = The text is offered to you again at its form.
unsent-no-form = There is no form for this text any more, or you may no longer open it. The text itself is still there: copy what you need.
unsent-text = Text { $number }
overview-unsent = { $count ->
    [one] One text is not saved yet
   *[other] { $count } texts are not saved yet
}
desk-personal-unsent = Texts that a person of the desk has begun and not saved, so that nothing gets lost; only they themselves see them
desk-personal-presence = Which person of the desk has which form open, so that two do not write the same thing
desk-personal-presence-retention = A day
desk-personal-unsent-retention = Until they are saved, otherwise 30 days

# Choosing pictures and files
tiles-found = { $count ->
    [0] Nothing fits. Search for another word, or upload it.
    [one] One fits
   *[other] { $count } fit, your own and the newest first
}
tiles-more = { $count ->
    [one] Show one more
   *[other] Show more ({ $count } left)
}
tiles-incomplete = Not public yet. Missing: { $missing }.
tiles-withdrawn = Withdrawn.
tiles-narrow = Very small: it stays narrow on the page.
tiles-pixels = { $width } × { $height }
# dynamic: medium-file-*
medium-file-unknown = This file does not exist any more.
medium-file-none = No file
medium-file-choose = Choose a file
medium-file-other = Choose another file
medium-file-page = Details of the file (new window)
medium-file-words = Words from title or rights
medium-file-upload = Upload a new file
medium-file-drop = You can drop a file here, too.
# dynamic: medium-picture-*
medium-picture-unknown = This picture is no longer there.
medium-picture-none = No picture
medium-picture-choose = Choose a picture
medium-picture-other = Choose another picture
medium-picture-page = Description and crop of the picture (new window)
medium-picture-words = Words of title, description or rights
medium-picture-upload = Upload a new picture
media-all = See all media (new window)
medium-picture-drop = You can also drag a picture here.
media-failed = That did not work. Please check the connection and try again.
