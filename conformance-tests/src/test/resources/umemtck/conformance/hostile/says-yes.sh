# It says to everything that it has returned.
. "${0%/*}/sound.sh"

misbehave() { if [ "$op" = hello ]; then hello; else reply; fi; }

serve
