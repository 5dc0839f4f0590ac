# Messages in place of those of the program. `ropa theme show strings/en.ftl` prints all of them.
#
# heading-rights = What you can ask of us
