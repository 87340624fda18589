# Die Redaktion.
