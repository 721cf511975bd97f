  stop "The delegate is not running as it should. $why Mend what is said above, on the page or at AWS, and run this" \
    "again."
fi
say "The service $service is stable."
appears
