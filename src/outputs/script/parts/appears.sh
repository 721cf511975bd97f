
# Where the user sees the delegate.
appears() {
  say "In Harness the delegate $delegate appears about two minutes after its task has started: under Account Settings," \
    "Delegates, or under the delegates of the organization or project of the token."
}
