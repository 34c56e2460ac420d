# It says to everything that it has returned, with fields of every kind.
. "${0%/*}/sound.sh"

misbehave() {
  if [ "$op" = hello ]; then
    hello
  else
    reply ',"address":"0x100000","cookie":"0x1","difference":"-1","found":0,"amount":"0","id":"2"'
  fi
}

serve
