
if [ -n "$refused_name" ]; then
  stop "The page has the name $refused_name. The AWS CLI would read that as an address or as JSON, and AWS allows no such" \
    "name. Change it on the page and download deploy.sh again. Nothing was changed."
fi
