# It closes its standard input, and stays.
. "${0%/*}/sound.sh"

misbehave() {
  exec 0</dev/null
  kill -STOP $$
}

serve
