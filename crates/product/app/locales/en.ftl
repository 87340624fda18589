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

# Log
audit-event-exported = exported
