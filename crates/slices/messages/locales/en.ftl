# Forms
message-topic = What is it about?
message-topic-general = The initiative in general
message-topic-press = Press
message-topic-missing = Choose what it is about.
message-text = Your message
message-text-hint = Write what you would like to know, suggest or correct.
message-text-missing = Write your message into the text field.
message-name = Your name
message-email = Your e-mail address
message-email-hint = This is where we send the answer. We do not pass the address on.
message-email-missing = Give your e-mail address so that we can answer.
message-email-wrong = Check your e-mail address: something is missing before or after the @, or a character does not fit.
message-too-long = Shorten the text to { $most } characters at most. Now it has { $count }.
message-placeholder = This website is a demonstration. The form works as in a real initiative and stores what you send. But nobody reads it, and you will get no answer.
message-next = What happens next
message-deleted = After { $count } days we delete what you wrote.
message-privacy = What happens to your data

# Contact
message-contact-lead = Your message goes to those who are responsible for the topic. If you write today, they answer by { $due }.
message-contact-send = Send message
message-contact-step-number = We store your message, and you see a case number.
message-contact-step-mailbox = Those responsible get it in their mailbox. It belongs to a task, not to a person: nothing gets lost when somebody leaves.
message-contact-step-answer = You get an answer by e-mail, on { $due } at the latest.

# Report a barrier
message-barrier-lead = Did you come across a barrier? Or do you need some content in another form? You need not say who you are. If you write today, we answer by { $due }.
message-barrier = What is the barrier?
message-barrier-hint = For example: what you wanted to do, what did not work, and what you use the page with, such as a screen reader.
message-barrier-missing = Describe the barrier.
message-page = On which page?
message-page-hint = The address or the title of the page.
message-barrier-email-hint = Only if you want an answer. Without an address your report stays anonymous.
message-barrier-send = Report barrier
message-barrier-step-number = We store your report, and you see a case number.
message-barrier-step-look = The editors look at the barrier and remove it, or say what helps instead.
message-barrier-step-answer = If you gave an e-mail address, you get an answer, on { $due } at the latest.

# Receipt
message-crumb-contact = Contact
message-crumb-barrier = Accessibility statement
message-receipt-contact = We have your message
message-receipt-contact-lead = Thank you for writing. Your message is stored and on its way to those responsible.
message-receipt-barrier = We have your report
message-receipt-barrier-lead = Thank you for showing us the barrier. Your report is stored.
message-number = Your case number
message-number-note = Please write the number down or print this page. With the number we find your case again.
message-receipt-due = We deal with your case by { $due }.
message-receipt-mail = We also send the number to your e-mail address, unless several confirmations have just gone there. If no e-mail arrives, please look into your spam folder. Your message is stored in any case.
message-receipt-no-mail = You gave no e-mail address. We look into the matter but cannot answer you.
message-receipt-lost = Would you like to add something? Write, with the number, to

# E-mails to those responsible are always German; these are for completeness
# dynamic: message-forward-*
message-forward-subject-contact = [{ $number }] Message: { $topic }
message-forward-subject-barrier = [{ $number }] Barrier reported
message-forward-contact =
    Hello,

    a message has come in through the website.

    Case number: { $number }
    Topic: { $topic }
    Please answer by { $due }.
message-forward-barrier =
    Hello,

    a barrier has been reported through the website.

    Case number: { $number }
    Please answer by { $due }.
message-forward-reply = If you reply to this e-mail, your answer goes to { $email }. Whether the address is right has not been checked.
message-forward-no-reply = No address is given; the report is anonymous. Please note under the case number what you did.
message-forward-name = Name: { $name }
message-forward-page = Page: { $page }
message-forward-text =
    The message:

    { $text }

# E-mails to the person who wrote
message-confirmation-subject = [{ $number }] Your message to { $name }
message-confirmation-contact =
    Hello,

    your message to { $name } has arrived.

    Your case number: { $number }
    You will get an answer by { $due }.

    You did not write to us? Then somebody entered your address. You need not do anything.
message-confirmation-barrier =
    Hello,

    your report of a barrier on the website of { $name } has arrived.

    Your case number: { $number }
    You will get an answer by { $due }.

    You did not write to us? Then somebody entered your address. You need not do anything.

# Messages at the desk
# dynamic: inbox-kind-* inbox-state-* inbox-act-* inbox-mail-* inbox-message-*
inbox-title = Messages
inbox-state = State
inbox-state-open = open
inbox-state-new = new
inbox-state-assigned = in progress
inbox-state-answered = answered
inbox-state-closed = closed
inbox-state-spam = put away
inbox-state-purged = deleted
inbox-state-every = all
inbox-kind = Kind
inbox-kind-every = all
inbox-kind-contact = Question
inbox-kind-barrier = Barrier
inbox-field = Field of action
inbox-field-every = all
inbox-due = Answer by
inbox-due-every = all
inbox-overdue = overdue
inbox-assignee = In charge
inbox-assignee-every = all
inbox-assignee-me = me
inbox-reset = Reset filters
inbox-count = { $count ->
    [0] No message
    [one] One message
   *[other] { $count } messages, most urgent first
}
inbox-nothing = No message matches this selection.
inbox-about = About
inbox-received = Received
message-number-short = Case

# One message at the desk
inbox-message-contact = Question { $number }
inbox-message-barrier = Barrier { $number }
inbox-page = Page concerned
inbox-sender = Name
inbox-email = E-mail address
inbox-text = What was written
inbox-text-gone = Its time is over: text, name and address are deleted.
inbox-until = On { $day } we delete what is written here and in the history.
inbox-answer-title = Answer
inbox-answer = Your answer
inbox-answer-hint = It leaves by e-mail at once. If the person replies, that arrives in the mailbox of those responsible.
inbox-answer-missing = Write your answer between greeting and closing.
inbox-answer-send = Send answer
inbox-answer-below = This stands below your answer
inbox-anonymous = This report is anonymous. It cannot be answered by e-mail. Write down below what you did and close the case.
inbox-more = More steps
inbox-close-title = Close the case
inbox-closing = What became of it?
inbox-closing-hint = For the desk only. The person is not told.
inbox-closing-anonymous = Write down what you checked or mended. It stays at the desk.
inbox-closing-missing = Write down what you did. We cannot tell the person, so it has to stand here.
inbox-close = Close the case
inbox-take-title = Change who is in charge
inbox-take-hint = Whoever is in charge finds the message under “In charge: me”.
inbox-nobody = nobody in person, the mailbox { $mailbox }
inbox-person-missing = Choose a person who may answer this message.
inbox-take = Save
inbox-pass-title = Give it to others
inbox-place = To whom
inbox-place-hint = Their mailbox gets the message by e-mail. The day stays the same.
inbox-place-missing = Choose to whom.
inbox-choose = Please choose
inbox-pass-on = Pass on
inbox-note-title = Write a note
inbox-note = Note
inbox-note-hint = For the desk only.
inbox-note-missing = Write the note into the text field.
inbox-note-keep = Save note
inbox-put-away = Put away as unfounded
inbox-reopen = Take up again
inbox-history = History
inbox-history-empty = Nothing has happened yet.
inbox-time = Time
inbox-who = Who
inbox-what = What
inbox-show-text = Show text
inbox-name-gone = name deleted
inbox-act-read = opened for the first time
inbox-act-taken = put in charge: { $name }
inbox-act-given_back = given back to the mailbox
inbox-act-passed_on = passed on to: { $place }
inbox-act-answered = answered
inbox-act-noted = wrote a note
inbox-act-closed = closed
inbox-act-put_away = put away as unfounded
inbox-act-reopened = taken up again
inbox-mail-waiting = e-mail is waiting
inbox-mail-sent = e-mail sent
inbox-mail-kept = e-mail rests as a file on the server
inbox-mail-failed = e-mail cannot be delivered
inbox-notice-read = The message is open.
inbox-notice-taken = It is saved who is in charge.
inbox-notice-passed_on = The message is passed on.
inbox-notice-answered = Your answer is saved and leaves by e-mail now.
inbox-notice-noted = The note is saved.
inbox-notice-closed = The case is closed. You can take it up again at any time.
inbox-notice-put_away = The message is put away as unfounded and will be deleted soon. Until then you can take it up again.
inbox-notice-reopened = The case is open again.
inbox-notice-moved = Somebody else did something meanwhile. See the history below. Your step is not saved yet. If it still fits, send it again.
inbox-notice-not_now = This is not possible in this state. See in the history below what has happened meanwhile. You can take up the case again.

# Answers by e-mail, in the language of the person who wrote
inbox-answer-subject = [{ $number }] Your message to { $name }
inbox-answer-quote = On { $day } you wrote:
inbox-answer-greeting = Good day,
inbox-answer-closing =
    Kind regards
    { $name }

# Start page of the desk
overview-messages = { $count ->
    [one] One overdue message
   *[other] { $count } overdue messages
}
overview-new-messages = { $count ->
    [one] One message without an answer
   *[other] { $count } messages without an answer
}
message-was-due = An answer was due on { $day }
message-is-due = Answer until { $day }
inbox-waiting = { $count ->
    [one] one message waits for you
   *[other] { $count } messages wait for you
}

# Register of personal data
message-personal-purpose = Questions and barrier reports: who writes, what, and where the answer goes
message-personal-acts = Who in the team handled a message, with answers and notes
message-personal-retention = Questions 180 days after receipt, barrier reports after a year, spam after 30 days

# Rights
right-group-messages = Messages
right-read_messages = Read messages
right-answer_messages = Answer messages
