if [ "$cluster_status" != ACTIVE ]; then
  stop "There is no cluster $cluster in Region $region, and the page says not to create it. Create it, or change that" \
    "on the page. Nothing was changed."
fi
