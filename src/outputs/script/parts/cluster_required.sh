if [ "$cluster_status" != ACTIVE ]; then
  stop "The cluster $cluster does not exist in Region $region, and the page says not to create it. Create it, or change" \
    "that on the page. Nothing was changed."
fi
