# It closes its standard output, and stays.
. "${0%/*}/sound.sh"

misbehave() {
  exec 1>&-
  kill -STOP $$
}

serve
