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
message-receipt-mail = We also send the number to your e-mail address. If no e-mail arrives, please look into your spam folder.
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
