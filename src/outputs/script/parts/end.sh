  stop "The delegate does not run as it should. $why Correct what is said above, on the page or at AWS, and run this" \
    "again."
fi
say "The service $service is stable."
appears
