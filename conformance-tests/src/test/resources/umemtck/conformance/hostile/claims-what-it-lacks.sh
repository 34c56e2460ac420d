# It says that memory can be paged out, and then that it cannot.
. "${0%/*}/sound.sh"

more=',"features":["PAGING"]'
misbehave() {
  case $op in
    page_out | is_resident)
      printf '{"seq":%s,"state":"error","text":"%s is not built yet"}\n' "$seq" "$op"
      ;;
    *) sound ;;
  esac
}

serve
