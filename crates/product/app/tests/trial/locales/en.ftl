# A slice that exists in tests only
# dynamic: kind-*
kind-trial_book = Book
kind-what-trial_book = A book that came out of the initiative.
kind-some-trial_book = { $count ->
    [one] 1 book
   *[other] { $count } books
}
trial-menu = Books
trial-pages = Pages
trial-publisher = Publisher
trial-no-pages = A book has pages.
trial-wish = A book about it?
trial-wish-send = Wish
trial-email = E-mail address
trial-no-email = This is no e-mail address.
trial-wait = Please try again later.
trial-thanks = Thank you for your wish
trial-mail = Your wish for a book on “{ $event }”
trial-wishes = Wishes for books
overview-trial = { $count ->
    [one] One wish for a book
   *[other] { $count } wishes for books
}
trial-personal = People who wish for a book
trial-personal-retention = 30 days
trial-right = Read wishes for books
trial-audit-event = wish for a book
