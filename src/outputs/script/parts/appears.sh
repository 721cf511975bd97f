
# What is left to do: to look.
appears() {
  say "In Harness the delegate $delegate appears about two minutes after its task started: under Account Settings," \
    "Delegates, or under those of the organization or the project that the token is of."
}
