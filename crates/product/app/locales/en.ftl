# Menus
menu-news = News
menu-process = Process
menu-fields = Fields of action
menu-events = Events
menu-bodies = Who takes part
menu-contact = Contact
menu-contact-by-field = Contact by field of action
menu-press = Press
menu-goals = Our goals
menu-thread = The golden thread
menu-questions = Guiding questions
menu-agreements = Agreements
menu-projects = Projects
menu-recommendations = Recommendations
menu-papers = Papers
menu-documents = Documentation
menu-imprint = Imprint
menu-privacy = Privacy
menu-accessibility = Accessibility

# What visitors can do
menu-act-field = Find a field of action and take part
menu-act-thread = Follow the whole thread
menu-act-bodies = See who takes part and who is missing
menu-act-contact = Ask or add something

# Start page
start-follow = Follow the thread
start-take-part = Take part
start-picture-title = The golden thread
start-picture-text = From the first idea through six fields of action and the congress to what became of it. Each knot leads to an entry.
start-whole-thread = See the whole thread
start-goals = What for?
start-news = News
start-all-news = All news
start-fields = { $count ->
    [6] Six fields of action
   *[other] { $count } fields of action
}
start-process = How it all happened, step by step
start-carriers = Who is behind it
start-all-bodies = Everyone who takes part
