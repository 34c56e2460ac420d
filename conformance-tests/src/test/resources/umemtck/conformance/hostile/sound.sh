# A machine that is sound and can do next to nothing: it gives addresses, and says that memory is
# as it was asked. The hostile ones read it in, say what they do instead by misbehave(), and serve.
#
# sh NAME.sh TOKEN AT: the request with number AT of a child is the first that is not answered
# soundly; TOKEN is there to be found in a list of processes.
token=$1
at=${2:-0}
count=0
next=1048576
cookie=0
more=

misbehave() { sound; }

reply() { printf '{"seq":%s,"state":"returned"%s}\n' "$seq" "$1"; }

hello() {
  reply ",\"protocol\":1,\"name\":\"hostile\",\"version\":\"1\",\"page_size\":\"4096\",\"batch\":64$more"
}

allocate() {
  size=${line#*'"size":"'}
  size=${size%%'"'*}
  if [ ${#size} -gt 9 ] || [ "$size" = 0 ]; then
    reply ',"address":"0x0","cookie":"0x0"'
  else
    cookie=$((cookie + 1))
    printf '{"seq":%s,"state":"returned","address":"0x%x","cookie":"0x%x"}\n' \
      "$seq" "$next" "$cookie"
    next=$((next + (size + 4095) / 4096 * 4096))
  fi
}

# Starts a daemon, by a command that starts what follows it; comes back when it has gone its own way.
daemon() {
  gone=
  trap 'gone=1' USR1
  "$@" setsid sh -c 'kill -USR1 $1; kill -STOP $$' "$token" $$ &
  while [ -z "$gone" ]; do :; done
}

sound() {
  case $op in
    hello) hello ;;
    ddi_umem_alloc) allocate ;;
    memory_matches) reply ',"difference":"-1","found":0' ;;
    *) reply ;;
  esac
}

serve() {
  while IFS= read -r line; do
    count=$((count + 1))
    seq=${line#*:}
    seq=${seq%%[,\}]*}
    op=${line#*'"op":"'}
    op=${op%%'"'*}
    if [ "$at" -gt 0 ] && [ "$count" -ge "$at" ]; then misbehave; else sound; fi
  done
}
