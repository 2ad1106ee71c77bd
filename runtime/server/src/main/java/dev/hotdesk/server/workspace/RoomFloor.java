package dev.hotdesk.server.workspace;

import dev.hotdesk.server.assignment.Floor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The room as those see it who give customers to operators. */
final class RoomFloor implements Floor {

  private final Room room;
  private final Staff staff;
  private final Presence presence;

  RoomFloor(Room room, Staff staff, Presence presence) {
    this.room = room;
    this.staff = staff;
    this.presence = presence;
  }

  @Override
  public List<Waiting> waiting() {
    return room.desk().waiting().stream().map(RoomFloor::waiting).toList();
  }

  @Override
  public Optional<Waiting> find(String conversation) {
    return room.desk().card(conversation).map(RoomFloor::waiting);
  }

  @Override
  public Map<String, Integer> serving() {
    return room.desk().serving();
  }

  @Override
  public Collection<String> operators() {
    return staff.operators().stream().map(Operator::login).toList();
  }

  @Override
  public Set<String> here() {
    return presence.here();
  }

  @Override
  public void moved(Collection<String> conversations) {
    room.moved(conversations);
  }

  @Override
  public void staffed() {
    room.operatorsChanged();
  }

  private static Waiting waiting(Card card) {
    return new Waiting(
        card.now(),
        card.target(),
        card.waitingSince().orElse(card.now().begun()),
        card.reason(),
        card.intent());
  }
}
