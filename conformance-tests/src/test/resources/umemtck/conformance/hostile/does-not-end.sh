# It ends neither with its input nor when it is asked to.
. "${0%/*}/sound.sh"

trap '' TERM HUP INT
serve
kill -STOP $$
