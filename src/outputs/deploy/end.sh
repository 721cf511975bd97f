  stop "The delegate is not running as it should. Mend what is said above, on the page or at AWS, and run this again." \
    "$why"
fi
say "The service $service is stable."
say "In Harness the delegate $delegate appears under Account Settings, Delegates, about two minutes after its task started."
