
if [ -n "$refused_name" ]; then
  stop "The page has $refused_name. The AWS CLI would read that as an address or as JSON, and nothing at AWS can have such" \
    "a name. Change it there and take deploy.sh again. Nothing was changed."
fi
