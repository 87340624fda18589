use std::iter;

use super::*;

fn member(title: &str, roles: &[(Role, bool)]) -> Member {
    Member {
        id: EntryId(base::Ids::new(base::Clock::system()).next()),
        title: title.to_owned(),
        town: None,
        sector: None,
        stages: Vec::new(),
        venue: false,
        roles: roles.to_vec(),
    }
}

fn titles(members: &[Member], selection: &Selection) -> Vec<String> {
    select(members, selection).into_iter().map(|member| member.title.clone()).collect()
}

const ALL: Selection<'static> = Selection { sector: Pick::Any, stage: Pick::Any, town: None };

#[test]
fn having_taken_part_says_less_than_any_other_role() {
    let university = member("Universität", &[(Role::Participant, true), (Role::Partner, false)]);
    assert_eq!(university.role(), Some((Role::Partner, false)));
}

#[test]
fn role_in_the_whole_says_more_than_one_in_an_event() {
    let ministry = member("Ministerium", &[(Role::Partner, false), (Role::State, true)]);
    assert_eq!(ministry.group(), Group::Role(Role::State));
}

#[test]
fn body_without_role_is_listed_and_place_is_listed_last() {
    let mut hall = member("Aula", &[(Role::Partner, false)]);
    hall.venue = true;
    let members = [
        hall,
        member("Zeche", &[]),
        member("Übach", &[(Role::Participant, true)]),
        member("Stiftung", &[(Role::Carrier, true)]),
    ];
    assert_eq!(titles(&members, &ALL), ["Stiftung", "Übach", "Zeche", "Aula"]);
}

#[test]
fn names_are_sorted_as_in_a_german_dictionary() {
    let members: Vec<Member> = ["Zoo", "Übach", "Ulm", "Äpfel", "arm"].map(|title| member(title, &[])).into();
    assert_eq!(titles(&members, &ALL), ["Äpfel", "arm", "Übach", "Ulm", "Zoo"]);
}

#[test]
fn places_are_left_out_where_one_asks_for_a_sector_or_a_stage() {
    let mut hall = member("Aula", &[]);
    hall.venue = true;
    let members = [hall, member("Verein", &[])];
    assert_eq!(titles(&members, &Selection { sector: Pick::Unrecorded, ..ALL }), ["Verein"]);
    assert_eq!(titles(&members, &Selection { stage: Pick::Unrecorded, ..ALL }), ["Verein"]);
    assert_eq!(titles(&members, &ALL), ["Verein", "Aula"]);
}

#[test]
fn filters_are_joined() {
    let mut school = member("Schule", &[]);
    school.town = Some("05113000".to_owned());
    school.sector = Some(Sector::Education);
    school.stages = vec![Stage::Primary, Stage::Secondary];
    let members = [school, member("Verein", &[])];
    let pick = |sector, stage, town| titles(&members, &Selection { sector, stage, town }).len();
    assert_eq!(pick(Pick::One(Sector::Education), Pick::One(Stage::Secondary), Some("05113000")), 1);
    assert_eq!(pick(Pick::One(Sector::Education), Pick::One(Stage::Kita), Some("05113000")), 0);
    assert_eq!(pick(Pick::One(Sector::Science), Pick::One(Stage::Primary), None), 0);
    assert_eq!(pick(Pick::One(Sector::Education), Pick::Any, Some("05112000")), 0);
}

#[test]
fn matrix_counts_every_stage_of_a_body_and_those_without_one() {
    let mut school = member("Schule", &[]);
    school.sector = Some(Sector::Education);
    school.stages = vec![Stage::Primary, Stage::Secondary];
    let mut office = member("Amt", &[]);
    office.sector = Some(Sector::Administration);
    let rows = matrix(&[school, office]);
    let counts: Vec<_> = rows.iter().map(|row| row.counts).collect();
    let empty = [0; 7];
    assert_eq!(rows.iter().map(|row| row.sector).collect::<Vec<_>>(), Sector::ALL);
    assert_eq!(counts[..3], [[0, 1, 1, 0, 0, 0, 0], empty, [0, 0, 0, 0, 0, 0, 1]]);
    assert!(counts[3..].iter().eq(iter::repeat_n(&empty, 3)));
}
