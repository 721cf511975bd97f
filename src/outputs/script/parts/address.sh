
if [ -n "$address" ]; then
  stop "The page has $address, which is an address and the name of nothing at AWS. Change it there and take deploy.sh" \
    "again. Nothing was changed."
fi
