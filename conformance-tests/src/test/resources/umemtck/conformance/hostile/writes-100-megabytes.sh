# Its reply is a line of 100 megabytes.
. "${0%/*}/sound.sh"

misbehave() {
  chunk=aaaaaaaaaaaaaaaa
  while [ ${#chunk} -lt 100000 ]; do chunk=$chunk$chunk; done
  n=0
  while [ $n -lt 800 ]; do
    printf %s "$chunk"
    n=$((n + 1))
  done
  echo
}

serve
